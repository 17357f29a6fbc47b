package groundswell.bench.line;

import groundswell.local.HouseProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears when tickets are routed, as an outside consumer of {@code routing.events.v1}; on a thread of its own. */
final class RoutedEvents implements AutoCloseable {
    private static final String ROUTED = "groundswell.routing.routed.v1";
    private static final Duration LOOK = Duration.ofMillis(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> routed = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean stopped;

    RoutedEvents(HouseProcess house) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        house.bootstrapServers(),
                        "group.id",
                        "bench-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        1000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(Set.of("routing.events.v1"));
        consumer.poll(Duration.ofSeconds(5));
        thread = Thread.ofPlatform().name("routed-events").daemon().start(this::hear);
    }

    private void hear() {
        while (!stopped) {
            for (var one : consumer.poll(LOOK)) {
                var type = one.headers().lastHeader("ce_type").value();
                if (ROUTED.equals(new String(type, StandardCharsets.UTF_8)))
                    routed.putIfAbsent(one.key(), System.nanoTime());
            }
        }
        consumer.close();
    }

    /** Whether all were routed before patience was over. */
    boolean awaitAll(Collection<String> tickets, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!routed.keySet().containsAll(tickets)) {
            if (System.nanoTime() > until) return false;
            Thread.sleep(LOOK);
        }
        return true;
    }

    /** One that was never routed counts as the slowest of all. */
    double millisSince(long createdAt, String ticket) {
        var at = routed.get(ticket);
        return at == null ? Double.POSITIVE_INFINITY : Math.max(0, at - createdAt) / 1e6;
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
