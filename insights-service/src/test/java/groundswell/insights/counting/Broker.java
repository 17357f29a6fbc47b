package groundswell.insights.counting;

import groundswell.journal.inbox.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what the other services would, with the headers they send; a test says in which order. */
public final class Broker implements AutoCloseable {
    private final Map<String, Object> settings;
    private final KafkaProducer<String, byte[]> producer;

    public Broker(String bootstrapServers) {
        // One at a time: on a partition that is only just there, a later batch could overtake a refused first one.
        settings = Map.of("bootstrap.servers", bootstrapServers, "max.in.flight.requests.per.connection", 1);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** For a test that reads topics which nobody else does. */
    public void createTopics(List<String> names, int partitions) throws Exception {
        try (var admin = Admin.create(settings)) {
            admin.createTopics(names.stream()
                            .map(name -> new NewTopic(name, partitions, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Makes sure that the topics are there; their services would create them. */
    public void createTopics(int partitions) throws Exception {
        try (var admin = Admin.create(settings)) {
            var there = admin.listTopics().names().get();
            var missing = new ArrayList<NewTopic>();
            for (var topic : List.of("ticket.events.v1", "routing.events.v1", "consent.events.v1")) {
                if (!there.contains(topic)) {
                    missing.add(new NewTopic(topic, partitions, (short) 1));
                }
            }
            admin.createTopics(missing).all().get();
        }
    }

    public void send(Delivery event) {
        send(event.topic(), event);
    }

    public void send(String topic, Delivery event) {
        producer.send(new ProducerRecord<>(topic, event.partition(), event.key(), event.data(), headers(event)));
    }

    static Headers headers(Delivery event) {
        var service = event.topic().substring(0, event.topic().indexOf('.'));
        var headers = new RecordHeaders();
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", event.eventId().toString(),
                        "ce_type", event.type(),
                        "ce_source", "/groundswell/" + service + "-service",
                        "ce_subject", event.stream(),
                        "ce_time", event.time().toString(),
                        "ce_position", Long.toString(event.position()),
                        "ce_version", Long.toString(event.version()),
                        "ce_correlationid", "test",
                        "ce_actor", "system:test")
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
