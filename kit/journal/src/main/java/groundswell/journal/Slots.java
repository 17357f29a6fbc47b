package groundswell.journal;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Which partition a stream lives in: Kafka's own default partitioner, so plain clients agree. */
public record Slots(String topic, int partitions) {
    /** The Kafka key of a stream: its id up to a {@code /}. */
    public static String key(String stream) {
        int slash = stream.indexOf('/');
        return slash < 0 ? stream : stream.substring(0, slash);
    }

    public int of(String stream) {
        return Utils.toPositive(Utils.murmur2(key(stream).getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /** The name of this topic's slots among PostgreSQL's advisory locks; the partition is the second half. */
    int lockClass() {
        return topic.hashCode();
    }
}
