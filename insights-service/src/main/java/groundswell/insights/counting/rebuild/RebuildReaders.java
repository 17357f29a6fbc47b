package groundswell.insights.counting.rebuild;

import groundswell.insights.counting.CountsProjection;
import groundswell.journal.inbox.Inbox;
import groundswell.journal.inbox.InboxSettings;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the threads that read both topics, all partitions side by side. */
@Singleton
public class RebuildReaders {
    private static final String TICKETS = "insights-counts-tickets", ROUTING = "insights-counts-routing";

    private final Map<String, Object> kafka;
    private final Map<String, String> consumerOfTopic;

    /** Read first: a ticket whose theme and team are known is counted there at once, instead of elsewhere and moved. */
    private final String routingTopic;

    private final RebuildDatabase database;
    private final CountsProjection counts;
    private final int threads;

    RebuildReaders(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "mp.messaging.incoming.ticket-events.topic") String ticketTopic,
            @ConfigProperty(name = "mp.messaging.incoming.routing-events.topic") String routingTopic,
            @ConfigProperty(name = "groundswell.insights.rebuild-threads") int threads,
            RebuildDatabase database,
            CountsProjection counts) {
        this.kafka = kafka;
        this.routingTopic = routingTopic;
        this.consumerOfTopic = Map.of(ticketTopic, TICKETS, routingTopic, ROUTING);
        this.database = database;
        this.counts = counts;
        this.threads = Math.max(1, threads);
    }

    /** @throws RebuildFailed where events are missing from a topic's start: what was counted of them would be lost */
    List<PartitionReader> start() {
        return partitions().stream().map(this::reader).toList();
    }

    /** The topics, and under which names the live consumers keep their positions too. */
    Map<String, String> consumerOfTopic() {
        return consumerOfTopic;
    }

    private List<List<TopicPartition>> partitions() {
        try (var consumer = consumer()) {
            var all = new ArrayList<TopicPartition>();
            for (var topic : consumerOfTopic.keySet()) {
                consumer.partitionsFor(topic)
                        .forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
            }
            consumer.beginningOffsets(all).forEach((partition, offset) -> {
                if (offset > 0) {
                    throw new RebuildFailed("The first events of " + partition + " are gone from Kafka");
                }
            });
            var shares = new ArrayList<List<TopicPartition>>();
            for (int i = 0; i < threads; i++) {
                int share = i;
                var own = all.stream()
                        .filter(partition -> partition.partition() % threads == share)
                        .toList();
                if (!own.isEmpty()) {
                    shares.add(own);
                }
            }
            return shares;
        }
    }

    private PartitionReader reader(List<TopicPartition> partitions) {
        var inboxes = new HashMap<String, Inbox<?>>();
        consumerOfTopic.forEach((topic, consumer) ->
                inboxes.put(topic, new Inbox<>(consumer, database.source(), counts, InboxSettings.USUAL)));
        return new PartitionReader(routingTopic, this::consumer, partitions, inboxes);
    }

    private Consumer<String, byte[]> consumer() {
        var settings = new HashMap<>(kafka);
        settings.keySet().removeIf(name -> !ConsumerConfig.configNames().contains(name));
        settings.remove(CommonClientConfigs.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 2 << 20);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65_536);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
