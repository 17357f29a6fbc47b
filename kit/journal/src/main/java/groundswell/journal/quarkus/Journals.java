package groundswell.journal.quarkus;

import groundswell.journal.Journal;
import groundswell.journal.JournalDefinition;
import groundswell.journal.JournalSchema;
import groundswell.journal.Slots;
import groundswell.journal.relay.Relay;
import groundswell.journal.relay.RelaySettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens this service's journal, and relays it to Kafka as long as the service runs. */
@Singleton
public class Journals {
    private final DataSource database;
    private final JournalConfig config;
    private final Slots slots;
    private final Relay relay;
    private final List<Journal<?, ?, ?>> open = new ArrayList<>();

    Journals(
            DataSource database,
            JournalConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.database = database;
        this.config = config;
        this.slots = new Slots(config.topic(), config.partitions());
        var settings = RelaySettings.of(
                        config.topic(),
                        config.partitions(),
                        config.source().orElse("/groundswell/" + service),
                        service + "-" + UUID.randomUUID(),
                        Map.of("bootstrap.servers", bootstrapServers))
                .withBatch(config.relayBatch())
                .withReplication(config.replicas(), Math.max(1, config.replicas() - 1));
        this.relay = new Relay(database, settings);
    }

    /** Before any channel is connected: what consumers append finds its slots. */
    void start(@Observes @Priority(200) StartupEvent event) {
        JournalSchema.prepare(database, slots);
        relay.start();
    }

    void stop(@Observes @Priority(5000) ShutdownEvent event) {
        open.forEach(Journal::close);
        relay.close();
    }

    /** Topic and partitions of this service. */
    public Slots slots() {
        return slots;
    }

    /** The journal a service produces as its own bean; closed with the service. */
    public <C, S, E> Journal<C, S, E> open(JournalDefinition<C, S, E> definition) {
        var journal = new Journal<>(database, definition, config.lanes(), relay);
        open.add(journal);
        return journal;
    }

    Relay relay() {
        return relay;
    }
}
