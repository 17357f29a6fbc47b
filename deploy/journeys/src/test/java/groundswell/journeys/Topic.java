package groundswell.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic of events as any outside consumer may read it, from its beginning: each event once, and none left out. */
final class Topic implements AutoCloseable {
    /** @param stream the ticket that it is about */
    record Event(String type, String stream, JsonNode data) {}

    private static final Duration WHILE = Duration.ofMillis(200);

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, Long> positions = new HashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;

    Topic(String bootstrapServers, String name) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(name).stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Hands over all that it says by now, since the last call. */
    void read(Consumer<Event> reader) {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var one : consumer.poll(WHILE)) {
                if (isNew(one)) {
                    reader.accept(new Event(header(one, "ce_type"), one.key(), data(one)));
                }
            }
        }
    }

    /** A relay that was killed may send again what it had sent; a position that is missing would be an event lost. */
    private boolean isNew(ConsumerRecord<String, byte[]> one) {
        long position = Long.parseLong(header(one, "ce_position"));
        long last = positions.getOrDefault(one.partition(), 0L);
        if (position > last + 1) {
            throw new AssertionError(
                    "%s-%d goes from position %d to %d".formatted(one.topic(), one.partition(), last, position));
        }
        positions.put(one.partition(), Math.max(position, last));
        return position > last;
    }

    private JsonNode data(ConsumerRecord<String, byte[]> one) {
        try {
            return json.readTree(one.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> one, String name) {
        return new String(one.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
