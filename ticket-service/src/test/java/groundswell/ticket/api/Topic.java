package groundswell.ticket.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.stack.TestStack;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A colleague service at the other end of a topic. */
record Topic(String name) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Without positions: then the inbox counts offsets. */
    void send(String key, String type, UUID id, Map<String, ?> data) {
        create();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestStack.shared().bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(name, key, JSON.writeValueAsBytes(data));
            header(record, "ce_id", id.toString());
            header(record, "ce_type", type);
            header(record, "ce_subject", key);
            header(record, "ce_time", "2026-01-12T09:12:00Z");
            header(record, "ce_actor", "policy:test");
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void create() {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", TestStack.shared().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, 12, (short) 1))).all().get();
        } catch (ExecutionException there) {
            assertThat(there).hasCauseInstanceOf(TopicExistsException.class);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
