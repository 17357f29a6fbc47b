package groundswell.bench.insights;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Two topics as their services publish them, on twelve partitions: tickets that are opened, classified, routed, assigned,
 * answered, resolved and closed, the letters sealed.
 */
final class InventedEvents implements AutoCloseable {
    static final String TICKETS = "bench.ticket.events.v1", ROUTING = "bench.routing.events.v1";
    static final int PARTITIONS = 12, A_TICKET = 7;

    private static final String BOX = "A".repeat(360);

    private final KafkaProducer<String, byte[]> producer;
    private final long[][] positions = new long[2][PARTITIONS];
    private final Random random = new Random(5);

    InventedEvents(String kafka) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "linger.ms", 20, "batch.size", 262_144);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(
                            new NewTopic(TICKETS, PARTITIONS, (short) 1), new NewTopic(ROUTING, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Spread over a number of days that end now; each ticket's events follow each other, as in a slow month. */
    void send(int tickets, int days) {
        var start = Instant.now().minus(Duration.ofDays(days));
        for (int n = 0; n < tickets; n++) {
            ticket(n, start.plusSeconds((long) (86_400.0 * days * n / tickets)));
        }
        producer.flush();
    }

    private void ticket(int n, Instant at) {
        var id = new UUID(random.nextLong(), random.nextLong());
        int partition = n % PARTITIONS;
        var theme = "theme-" + (int) (200 * Math.pow(random.nextDouble(), 3));
        desk(partition, id, at, "opened", """
                "number": %d, "channel": "email", "plan": "team", "history": "first", "tags": [], "requesterId": "%s",
                "messageId": "%s", "subject": {"box": "%s"}, "description": {"box": "%s"}, "requester": {"box": "%s"}""".formatted(n, id, id, BOX, BOX + BOX, BOX));
        routing(partition, id, at.plusSeconds(1), "classified", """
                "theme": "%s", "secondary": [], "confidence": 0.93, "model": "bge-small-q/taxonomy@1" """.formatted(theme));
        routing(partition, id, at.plusSeconds(1), "routed", "\"lane\": \"team\", \"team\": \"product\"");
        desk(partition, id, at.plusSeconds(600), "assigned", "\"team\": \"product\", \"assigneeId\": \"" + id + "\"");
        desk(partition, id, at.plusSeconds(4_000), "replied", """
                "authorId": "%s", "messageId": "%s", "text": {"box": "%s"}""".formatted(id, id, BOX));
        desk(partition, id, at.plusSeconds(90_000), "resolved", "\"code\": \"fixed\"");
        desk(partition, id, at.plusSeconds(180_000), "closed", "\"reason\": \"settled\"");
    }

    private void desk(int partition, UUID id, Instant at, String type, String fields) {
        send(TICKETS, 0, partition, id, at, "groundswell.ticket." + type + ".v1", fields);
    }

    private void routing(int partition, UUID id, Instant at, String type, String fields) {
        send(ROUTING, 1, partition, id, at, "groundswell.routing." + type + ".v1", fields);
    }

    private void send(String topic, int which, int partition, UUID id, Instant at, String type, String fields) {
        var json = "{\"ticketId\": \"%s\", \"at\": \"%s\", %s}".formatted(id, at, fields);
        var headers = new RecordHeaders();
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        new UUID(random.nextLong(), random.nextLong()).toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/groundswell/bench",
                        "ce_subject",
                        id.toString(),
                        "ce_time",
                        at.toString(),
                        "ce_position",
                        Long.toString(++positions[which][partition]),
                        "ce_version",
                        "1",
                        "ce_correlationid",
                        "bench",
                        "ce_actor",
                        "system:bench")
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(new ProducerRecord<>(
                topic, partition, null, id.toString(), json.getBytes(StandardCharsets.UTF_8), headers));
    }

    @Override
    public void close() {
        producer.close();
    }
}
