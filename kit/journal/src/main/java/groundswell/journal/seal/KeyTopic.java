package groundswell.journal.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * {@code subject.keys.v1}: compacted, keyed by the person's id; the value is the wrapped key, or the word
 * {@code erased}, kept for ever. That makes it the erasure ledger too.
 */
final class KeyTopic {
    private static final byte[] ERASED = "erased".getBytes(StandardCharsets.US_ASCII);
    /** An erased key must leave the log soon: closed segments every ten minutes, compacted within the hour. */
    private static final Map<String, String> SETTINGS = Map.of(
            "cleanup.policy", "compact",
            "max.compaction.lag.ms", "3600000",
            "segment.ms", "600000",
            "min.cleanable.dirty.ratio", "0.1");

    static byte[] value(byte @Nullable [] wrapped) {
        return wrapped == null ? ERASED.clone() : wrapped;
    }

    static boolean erased(byte[] value) {
        return Arrays.equals(ERASED, value);
    }

    static void create(Map<String, Object> kafka, String topic, int partitions, short replicas) {
        try (var admin = Admin.create(kafka)) {
            admin.createTopics(Set.of(new NewTopic(topic, partitions, replicas).configs(SETTINGS)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Topic " + topic + " could not be created", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while topic " + topic + " was created", e);
        }
    }

    private KeyTopic() {}
}
