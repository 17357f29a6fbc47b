package groundswell.journeys;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** {@code routing.events.v1} as any outside consumer may read it: the theme that each ticket was given last. */
final class RoutingTopic implements AutoCloseable {
    private static final String CLASSIFIED = "groundswell.routing.classified.v1";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> themes = new HashMap<>();
    private final Map<Integer, Long> positions = new HashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;

    RoutingTopic(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor("routing.events.v1").stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What it says so far. A copy that a restarted relay wrote is passed over, as its position tells. */
    Map<String, String> themes() {
        for (var batch = consumer.poll(Duration.ofMillis(200));
                !batch.isEmpty();
                batch = consumer.poll(Duration.ofMillis(200))) {
            for (var event : batch) {
                long position = Long.parseLong(
                        header(event.headers().lastHeader("ce_position").value()));
                if (position != positions.getOrDefault(event.partition(), 0L) + 1) {
                    continue;
                }
                positions.put(event.partition(), position);
                if (CLASSIFIED.equals(
                        header(event.headers().lastHeader("ce_type").value()))) {
                    themes.put(event.key(), theme(event.value()));
                }
            }
        }
        return themes;
    }

    private String theme(byte[] event) {
        try {
            return json.readTree(event).path("theme").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
