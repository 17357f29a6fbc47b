package groundswell.journal.relay;

import groundswell.journal.flow.Flow;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records that did not come from the relay. */
final class Strangers {
    static void write(Flow flow, int partition, int records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", Flow.bootstrap());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(flow.topic(), partition, "who", "knows"));
            }
        }
    }

    private Strangers() {}
}
