package groundswell.ticket.commands;

import groundswell.journal.quarkus.JournalConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The topic of commands belongs to this service, so it creates it where it is missing, as soon as there is a broker. */
@ApplicationScoped
class CommandTopic {
    private static final Logger LOG = Logger.getLogger(CommandTopic.class);
    private static final String NAME = "ticket.commands.v1";
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final JournalConfig journal;
    private final String bootstrapServers;

    CommandTopic(JournalConfig journal, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.journal = journal;
        this.bootstrapServers = bootstrapServers;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("command-topic").start(this::createInTheEnd);
    }

    private void createInTheEnd() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            while (!create(admin)) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean create(Admin admin) throws InterruptedException {
        try {
            var topic = new NewTopic(NAME, journal.partitions(), journal.replicas());
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            LOG.warnf(
                    "%s cannot be created yet: %s",
                    NAME, Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName());
            return false;
        }
    }
}
