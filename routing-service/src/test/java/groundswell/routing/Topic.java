package groundswell.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.stack.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a whole topic, as anybody else would. */
public final class Topic implements AutoCloseable {
    /** A record, taken apart. */
    public record Message(String key, String type, Map<String, String> headers, JsonNode data, long timestamp) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Message> seen = new ArrayList<>();

    public Topic(String name) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestStack.shared().bootstrapServers(), "fetch.max.wait.ms", 20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(name).stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Everything so far of one ticket, in order. */
    public List<Message> of(Object key) {
        return all().stream()
                .filter(message -> message.key().equals(key.toString()))
                .toList();
    }

    /** Everything so far, each key's in order. */
    public List<Message> all() {
        for (var record : consumer.poll(Duration.ofMillis(50))) {
            seen.add(message(record));
        }
        return List.copyOf(seen);
    }

    private static Message message(ConsumerRecord<String, byte[]> record) {
        var headers = new java.util.HashMap<String, String>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        try {
            return new Message(
                    record.key(),
                    headers.getOrDefault("ce_type", ""),
                    headers,
                    JSON.readTree(record.value()),
                    record.timestamp());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
