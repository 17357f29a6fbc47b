package groundswell.journal.quarkus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** The journal of this service. */
@ConfigMapping(prefix = "groundswell.journal")
public interface JournalConfig {
    /** The topic its events are published on, such as {@code ticket.events.v1}. */
    String topic();

    /** Slots, fixed by the first start: 12 on one machine, 64 or more for large installations. */
    @WithDefault("12")
    int partitions();

    /** Groups that may be committed at once; each holds one database connection. */
    @WithDefault("2")
    int lanes();

    /** Copies of each partition; 3 in production, with {@code min.insync.replicas=2}. */
    @WithDefault("1")
    short replicas();

    /** {@code ce_source}, by default {@code /groundswell/} and the service's name. */
    Optional<String> source();

    /** Events read from the journal and sent at a time. */
    @WithName("relay-batch")
    @WithDefault("2000")
    int relayBatch();
}
