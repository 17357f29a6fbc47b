package groundswell.routing.theme;

import com.fasterxml.jackson.core.JsonProcessingException;
import groundswell.journal.JsonEvents;
import groundswell.journal.Slots;
import groundswell.routing.Tokens;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Plays insights-service where somebody names what was discovered. */
@Singleton
public class InsightsFeed {
    private static final Map<Integer, AtomicLong> POSITIONS = new HashMap<>();

    private final KafkaProducer<String, byte[]> producer;

    InsightsFeed(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void adopted(String theme, String name, String team, List<String> phrasings, List<UUID> tickets) {
        send(
                "theme-adopted",
                theme,
                Map.of(
                        "discoveryId",
                        UUID.randomUUID(),
                        "theme",
                        theme,
                        "name",
                        name,
                        "team",
                        team,
                        "description",
                        "Customers write of " + name,
                        "phrasings",
                        phrasings,
                        "tickets",
                        tickets,
                        "at",
                        Instant.now()));
    }

    void merged(String theme, List<UUID> tickets) {
        send(
                "discovery-merged",
                theme,
                Map.of("discoveryId", UUID.randomUUID(), "theme", theme, "tickets", tickets, "at", Instant.now()));
    }

    private void send(String type, String theme, Map<String, Object> data) {
        var stream = "theme:" + theme;
        int partition = new Slots("insights.events.v1", 12).of(stream);
        long position =
                POSITIONS.computeIfAbsent(partition, _ -> new AtomicLong()).incrementAndGet();
        var record = new ProducerRecord<>("insights.events.v1", partition, stream, json(data));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "groundswell.insights." + type + ".v1",
                        "ce_source",
                        "/groundswell/insights-service",
                        "ce_subject",
                        stream,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_position",
                        Long.toString(position),
                        "ce_version",
                        Long.toString(position),
                        "ce_correlationid",
                        "test",
                        "ce_actor",
                        "agent:" + Tokens.ADA)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    private static byte[] json(Map<String, Object> data) {
        try {
            return JsonEvents.mapper().writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
