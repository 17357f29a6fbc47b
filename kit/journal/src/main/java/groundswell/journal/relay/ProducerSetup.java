package groundswell.journal.relay;

import static org.apache.kafka.clients.producer.ProducerConfig.*;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The producer's configuration, every promise written out. Defaults are not enough: a framework that sets
 * {@code acks=1} silently turns idempotence off, and with it the order of the log.
 */
final class ProducerSetup {
    /** Largest event (512 KiB), its headers and the batch around them. */
    static final int LARGEST_RECORD = 640 * 1024;

    static Properties of(RelaySettings settings) {
        Map<String, Object> all = new HashMap<>();
        all.put(CLIENT_ID_CONFIG, "relay-" + settings.topic() + "-" + settings.owner());
        all.put(ACKS_CONFIG, "all");
        all.put(ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        all.put(RETRIES_CONFIG, Integer.MAX_VALUE);
        all.put(MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        all.put(MAX_REQUEST_SIZE_CONFIG, 1024 * 1024);
        all.put(MAX_BLOCK_MS_CONFIG, Math.max(500, settings.lease().toMillis() / 4));
        all.put(LINGER_MS_CONFIG, 2);
        all.put(BATCH_SIZE_CONFIG, 256 * 1024);
        all.put(BUFFER_MEMORY_CONFIG, 2L * Sender.MOST_IN_FLIGHT);
        all.put(COMPRESSION_TYPE_CONFIG, "lz4");
        all.put(RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
        all.putAll(settings.kafka());
        all.put(KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        all.put(VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        check(all);
        var properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    private static void check(Map<String, Object> all) {
        var acks = String.valueOf(all.get(ACKS_CONFIG));
        require(
                acks.equals("all") || acks.equals("-1"),
                "acks=" + acks,
                "acks=all, or an acknowledged event is lost with its broker");
        require(
                Boolean.parseBoolean(String.valueOf(all.get(ENABLE_IDEMPOTENCE_CONFIG))),
                "enable.idempotence=" + all.get(ENABLE_IDEMPOTENCE_CONFIG),
                "enable.idempotence=true, or retries change the order of events");
        require(
                number(all, DELIVERY_TIMEOUT_MS_CONFIG) == Integer.MAX_VALUE,
                "delivery.timeout.ms=" + all.get(DELIVERY_TIMEOUT_MS_CONFIG),
                "delivery.timeout.ms=" + Integer.MAX_VALUE + ", or a long outage leaves a hole among the events");
        require(
                number(all, MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION) <= 5,
                "max.in.flight.requests.per.connection=" + all.get(MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION),
                "at most 5, or idempotence can't keep the order");
        require(
                number(all, MAX_REQUEST_SIZE_CONFIG) >= LARGEST_RECORD,
                "max.request.size=" + all.get(MAX_REQUEST_SIZE_CONFIG),
                "at least " + LARGEST_RECORD + ", or an event of 512 KiB can't be sent");
    }

    private static long number(Map<String, Object> all, String name) {
        return Long.parseLong(String.valueOf(all.get(name)));
    }

    private static void require(boolean holds, String found, String wanted) {
        if (!holds) {
            throw new WrongSetup("The relay's Kafka producer is configured with " + found + "; it must be " + wanted
                    + ": correct or remove that setting.");
        }
    }

    private ProducerSetup() {}
}
