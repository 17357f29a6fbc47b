package groundswell.journal.flow;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a topic holds, read from its start to its present end. */
public record TopicLog(Map<Integer, List<ConsumerRecord<String, byte[]>>> byPartition) {
    public static TopicLog of(String bootstrap, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest");
        var records = new TreeMap<Integer, List<ConsumerRecord<String, byte[]>>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            partitions.forEach(partition -> records.put(partition.partition(), new ArrayList<>()));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> records.get(record.partition()).add(record));
            }
        }
        return new TopicLog(records);
    }

    public List<Long> positions(int partition) {
        return byPartition.get(partition).stream()
                .map(record -> Long.parseLong(header(record, "ce_position")))
                .toList();
    }

    /** Everything as if it came with one poll. */
    public ConsumerRecords<String, byte[]> asOnePoll() {
        var all = new HashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
        byPartition.values().stream()
                .filter(records -> !records.isEmpty())
                .forEach(records -> all.put(
                        new TopicPartition(
                                records.getFirst().topic(), records.getFirst().partition()),
                        records));
        return new ConsumerRecords<>(all, Map.<TopicPartition, OffsetAndMetadata>of());
    }

    public static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
