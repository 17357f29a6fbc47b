package groundswell.journal.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a relay needs to know.
 *
 * @param topic our topic, and the journal's name for its events
 * @param partitions the number of slots, fixed at the first start
 * @param source {@code ce_source}, such as {@code /groundswell/ticket-service}
 * @param owner this process; unique, so that two replicas never mistake a lease for their own
 * @param kafka bootstrap servers, security and any other client setting; wins over the relay's own, and is then checked
 * @param lease how long a silent owner keeps its slots; renewed every third of it
 * @param pollFloor how often the journal is asked when no signal came
 * @param batch most events read at once
 * @param replicationFactor of a topic that has to be created; -1 for the broker's default
 * @param minInSync {@code min.insync.replicas} of a topic that has to be created
 */
public record RelaySettings(
        String topic,
        int partitions,
        String source,
        String owner,
        Map<String, Object> kafka,
        Duration lease,
        Duration pollFloor,
        int batch,
        short replicationFactor,
        int minInSync) {
    public RelaySettings {
        kafka = Map.copyOf(kafka);
    }

    /** The usual settings; {@code kafka} must hold at least {@code bootstrap.servers}. */
    public static RelaySettings of(
            String topic, int partitions, String source, String owner, Map<String, Object> kafka) {
        return new RelaySettings(
                topic,
                partitions,
                source,
                owner,
                kafka,
                Duration.ofSeconds(10),
                Duration.ofMillis(50),
                2000,
                (short) -1,
                1);
    }

    public RelaySettings withLease(Duration changed) {
        return new RelaySettings(
                topic, partitions, source, owner, kafka, changed, pollFloor, batch, replicationFactor, minInSync);
    }

    public RelaySettings withBatch(int changed) {
        return new RelaySettings(
                topic, partitions, source, owner, kafka, lease, pollFloor, changed, replicationFactor, minInSync);
    }

    public RelaySettings withReplication(short factor, int inSync) {
        return new RelaySettings(topic, partitions, source, owner, kafka, lease, pollFloor, batch, factor, inSync);
    }

    public RelaySettings withKafka(String name, Object value) {
        var changed = new HashMap<>(kafka);
        changed.put(name, value);
        return new RelaySettings(
                topic, partitions, source, owner, changed, lease, pollFloor, batch, replicationFactor, minInSync);
    }
}
