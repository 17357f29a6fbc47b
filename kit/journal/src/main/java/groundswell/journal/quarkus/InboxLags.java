package groundswell.journal.quarkus;

import groundswell.journal.inbox.Inbox;
import groundswell.journal.inbox.InboxLag;
import groundswell.journal.inbox.PartitionLag;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Measures the consumers' lags now and then, so that whoever reads the metrics waits for neither Kafka nor PostgreSQL. */
@Singleton
public class InboxLags {
    private static final Logger LOG = Logger.getLogger(InboxLags.class);

    private final Inboxes inboxes;
    private final DataSource database;
    private final Map<String, Object> kafka;
    private final Map<String, Double> lags = new ConcurrentHashMap<>();
    private volatile @Nullable Admin admin;

    InboxLags(
            Inboxes inboxes,
            DataSource database,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.inboxes = inboxes;
        this.database = database;
        this.kafka = Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", 4000, "default.api.timeout.ms", 5000);
    }

    /** Records on the consumer's topics that it has not applied; NaN while that is not known. */
    public double of(String consumer) {
        return lags.getOrDefault(consumer, Double.NaN);
    }

    @Scheduled(every = "10s", identity = "inbox-lags", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        inboxes.all().forEach((name, inbox) -> {
            if (!inbox.topics().isEmpty()) {
                measure(name, inbox);
            }
        });
    }

    private void measure(String name, Inbox<?> inbox) {
        try {
            var measured = new InboxLag(name, database, admin()).measure(inbox.topics());
            lags.put(name, measured.stream().mapToDouble(PartitionLag::records).sum());
        } catch (SQLException | RuntimeException e) {
            lags.remove(name);
            LOG.debugf("The lag of %s is unknown: %s", name, e.getClass().getSimpleName());
        }
    }

    private Admin admin() {
        var open = admin;
        if (open == null) {
            open = Admin.create(kafka);
            admin = open;
        }
        return open;
    }

    void stop(@Observes ShutdownEvent event) {
        var open = admin;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
