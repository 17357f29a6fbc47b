package groundswell.routing.sla;

import groundswell.journal.inbox.InboxLag;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How far we have read, in time: everything that was on the topic at that instant has been measured, so a deadline before
 * it may be judged. What ticket-service had not published yet by then may still retract a breach.
 */
@Singleton
class Reach {
    private static final String TOPIC = "ticket.events.v1";

    private final DataSource database;
    private final Clock clock;
    private final String bootstrapServers;
    private final Progress progress = new Progress();
    private @Nullable Admin admin;

    Reach(DataSource database, Clock clock, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.database = database;
        this.clock = clock;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * By partition; one that was never read to an end is not there.
     *
     * @throws org.apache.kafka.common.KafkaException while the broker is away: then time does not speak
     */
    synchronized Map<Integer, Instant> readUpTo() throws SQLException {
        var now = clock.instant();
        for (var lag : new InboxLag(TargetEvents.CONSUMER, database, admin()).measure(List.of(TOPIC))) {
            progress.note(lag, now);
        }
        return progress.reached();
    }

    private Admin admin() {
        var open = admin;
        if (open == null) {
            open = Admin.create(Map.of(
                    "bootstrap.servers",
                    bootstrapServers,
                    "client.id",
                    "routing-timers",
                    "request.timeout.ms",
                    4000,
                    "default.api.timeout.ms",
                    5000));
            admin = open;
        }
        return open;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (admin != null) admin.close(Duration.ZERO);
    }
}
