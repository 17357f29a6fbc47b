package groundswell.journal.quarkus;

import groundswell.journal.seal.Kek;
import groundswell.journal.seal.KeyHealth;
import groundswell.journal.seal.KeyLedger;
import groundswell.journal.seal.KeyRelay;
import groundswell.journal.seal.Seals;
import groundswell.journal.seal.SubjectKeys;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Keys and seals as beans; the key topic is read, and by the owner written, as long as the service runs. */
@Singleton
public class SealBeans {
    private static final int PARTITIONS = 1;

    private final DataSource database;
    private final SealConfig config;
    private final JournalConfig journal;
    private final Map<String, Object> kafka;
    private final Kek kek;
    private final SubjectKeys keys;
    private @Nullable KeyLedger ledger;
    private @Nullable KeyRelay relay;

    SealBeans(
            DataSource database,
            SealConfig config,
            JournalConfig journal,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.database = database;
        this.config = config;
        this.journal = journal;
        this.kafka = Map.of("bootstrap.servers", bootstrapServers);
        this.kek = Kek.ofBase64(config.kek());
        this.keys = new SubjectKeys(database, kek);
    }

    /** Before any channel is connected; a broker that is away holds up nobody's start, and consumers wait for their keys. */
    void start(@Observes @Priority(100) StartupEvent event) {
        ledger = new KeyLedger(database, keys, kafka, config.topic(), PARTITIONS, journal.replicas());
        if (config.owner()) {
            relay = new KeyRelay(database, kafka, config.topic(), PARTITIONS, journal.replicas());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (ledger != null) {
            ledger.close();
        }
        if (relay != null) {
            relay.close();
        }
    }

    /** The owner calls it once new keys or erasures are committed. */
    public void keysChanged() {
        if (relay != null) {
            relay.signal();
        }
    }

    /** By name, what works at the key topic in this service. */
    Map<String, KeyHealth> health() {
        var health = new LinkedHashMap<String, KeyHealth>();
        if (ledger != null) {
            health.put("ledger", ledger.health());
        }
        if (relay != null) {
            health.put("relay", relay.health());
        }
        return health;
    }

    @Produces
    @Singleton
    Kek kek() {
        return kek;
    }

    @Produces
    @Singleton
    SubjectKeys keys() {
        return keys;
    }

    @Produces
    @Singleton
    Seals seals() {
        return new Seals(keys);
    }
}
