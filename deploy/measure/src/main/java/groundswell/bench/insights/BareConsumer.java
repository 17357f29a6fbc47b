package groundswell.bench.insights;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The least that anybody must do who reads these events: fetch each, and parse its JSON. */
final class BareConsumer {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @return events per second, of all partitions side by side */
    static double rate(String kafka, int threads, long events) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var began = System.nanoTime();
            var running = new ArrayList<Future<Long>>();
            for (int t = 0; t < threads; t++) {
                int share = t;
                running.add(pool.submit(() -> read(kafka, threads, share)));
            }
            long read = 0;
            for (var one : running) {
                read += one.get();
            }
            if (read != events) {
                throw new IllegalStateException(read + " events were read, where " + events + " were sent");
            }
            return read / ((System.nanoTime() - began) / 1e9);
        }
    }

    private static long read(String kafka, int threads, int share) throws IOException {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : List.of(InventedEvents.TICKETS, InventedEvents.ROUTING)) {
            IntStream.range(0, InventedEvents.PARTITIONS)
                    .filter(partition -> partition % threads == share)
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition)));
        }
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka, "max.poll.records", 10_000, "max.partition.fetch.bytes", 2 << 20);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var left = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long read = 0;
            while (read < left) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (!JSON.readTree(record.value()).has("ticketId")) {
                        throw new IllegalStateException("An event without a ticket");
                    }
                    read++;
                }
            }
            return read;
        }
    }

    private BareConsumer() {}
}
