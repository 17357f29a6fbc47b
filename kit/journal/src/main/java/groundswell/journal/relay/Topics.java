package groundswell.journal.relay;

import static org.apache.kafka.common.config.TopicConfig.*;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates our topic where it is missing and refuses one that can't hold the journal for ever. */
final class Topics {
    private final RelaySettings settings;

    Topics(RelaySettings settings) {
        this.settings = settings;
    }

    /** @throws WrongSetup with one sentence; a {@link KafkaException} when the broker is away */
    void createOrCheck() {
        try (var admin = Admin.create(new ClientSettings(settings).admin())) {
            var partitions = partitions(admin);
            if (partitions.isEmpty()) {
                create(admin);
                partitions = partitions(admin);
            }
            if (partitions.isPresent()) {
                check(partitions.get(), configuration(admin));
            }
        }
    }

    private Optional<Integer> partitions(Admin admin) {
        try {
            var described = admin.describeTopics(List.of(settings.topic())).allTopicNames();
            return Optional.ofNullable(described.get().get(settings.topic()))
                    .map(topic -> topic.partitions().size());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw unwrapped(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void create(Admin admin) {
        var topic = new NewTopic(
                        settings.topic(),
                        Optional.of(settings.partitions()),
                        Optional.of(settings.replicationFactor()).filter(factor -> factor > 0))
                .configs(Map.of(
                        RETENTION_MS_CONFIG,
                        "-1",
                        RETENTION_BYTES_CONFIG,
                        "-1",
                        CLEANUP_POLICY_CONFIG,
                        CLEANUP_POLICY_DELETE,
                        MIN_IN_SYNC_REPLICAS_CONFIG,
                        Integer.toString(settings.minInSync())));
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // another replica was first
                throw unwrapped(e);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Config configuration(Admin admin) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, settings.topic());
        try {
            return Objects.requireNonNull(
                    admin.describeConfigs(List.of(resource)).all().get().get(resource));
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void check(int partitions, Config topic) {
        require(
                partitions == settings.partitions(),
                partitions + " partitions",
                settings.partitions() + ", as the journal was created with: streams would change their partition");
        require(
                value(topic, RETENTION_MS_CONFIG).equals("-1")
                        && value(topic, RETENTION_BYTES_CONFIG).equals("-1"),
                "retention.ms=" + value(topic, RETENTION_MS_CONFIG) + " and retention.bytes="
                        + value(topic, RETENTION_BYTES_CONFIG),
                "-1 for both: events are kept for ever");
        require(
                value(topic, CLEANUP_POLICY_CONFIG).equals(CLEANUP_POLICY_DELETE),
                "cleanup.policy=" + value(topic, CLEANUP_POLICY_CONFIG),
                "delete: compaction would remove events");
        require(
                Long.parseLong(value(topic, MAX_MESSAGE_BYTES_CONFIG)) >= ProducerSetup.LARGEST_RECORD,
                "max.message.bytes=" + value(topic, MAX_MESSAGE_BYTES_CONFIG),
                "at least " + ProducerSetup.LARGEST_RECORD + ": an event may have 512 KiB");
    }

    private static String value(Config topic, String name) {
        return topic.get(name).value();
    }

    private void require(boolean holds, String found, String wanted) {
        if (!holds) {
            throw new WrongSetup("Topic " + settings.topic() + " has " + found + "; it must have " + wanted + ".");
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new KafkaException(e.getCause());
    }
}
