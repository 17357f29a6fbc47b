package groundswell.journal.seal;

import groundswell.journal.relay.WrongSetup;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
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

    /**
     * Creates the topic, or checks the one that is there.
     *
     * @throws WrongSetup with one sentence, where it would forget erasures or keep keys for ever
     */
    static void createOrCheck(Map<String, Object> kafka, String topic, int partitions, short replicas)
            throws ExecutionException, InterruptedException {
        var settings = new HashMap<>(kafka);
        settings.putAll(Map.of("request.timeout.ms", 4000, "default.api.timeout.ms", 8000));
        try (var admin = Admin.create(settings)) {
            try {
                var configs = new HashMap<>(SETTINGS);
                configs.put("min.insync.replicas", Integer.toString(Math.max(1, replicas - 1)));
                admin.createTopics(Set.of(new NewTopic(topic, partitions, replicas).configs(configs)))
                        .all()
                        .get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                check(admin, topic);
            }
        }
    }

    private static void check(Admin admin, String topic) throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var config = Objects.requireNonNull(
                admin.describeConfigs(Set.of(resource)).all().get().get(resource));
        var policy = config.get("cleanup.policy").value();
        if (!"compact".equals(policy)) {
            throw new WrongSetup("Topic " + topic + " has cleanup.policy=" + policy
                    + "; it must have compact: deletion would forget people's keys and erasures.");
        }
    }

    private KeyTopic() {}
}
