package groundswell.bench.line;

import groundswell.bench.Report;
import groundswell.local.HouseProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** From the 201 of a ticket to its routed event, as an outside consumer of {@code routing.events.v1} sees it. */
final class RoutedLatency {
    private static final String ROUTED = "groundswell.routing.routed.v1";
    private static final int MOST_ROUNDS = 10;

    private final Map<String, Long> created = new ConcurrentHashMap<>();
    private final Map<String, Long> routed = new ConcurrentHashMap<>();

    /**
     * Rounds of the same load, until one is hardly faster than the one before: the processes compile their hot code during
     * the first. Each round is waited for to its last ticket, so that nothing is behind.
     */
    void measure(HouseProcess house, TicketPoster poster, int perSecond, int seconds, Report report) throws Exception {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                house.bootstrapServers(),
                "group.id",
                "bench-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                1000);
        var young = new double[0];
        var warm = young;
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(Set.of("routing.events.v1"));
            consumer.poll(Duration.ofSeconds(5));
            for (int round = 0; round < MOST_ROUNDS; round++) {
                var before = warm;
                warm = round(consumer, poster, perSecond, seconds);
                if (round == 0) {
                    young = warm;
                } else if (p99(warm) > 0.9 * p99(before)) {
                    break;
                }
            }
        }
        tell(perSecond, seconds, young, warm, report);
    }

    /** Milliseconds until each ticket of one round was routed, ascending. */
    private double[] round(KafkaConsumer<String, byte[]> consumer, TicketPoster poster, int perSecond, int seconds) {
        created.clear();
        load(consumer, poster, perSecond, seconds);
        return created.entrySet().stream()
                .mapToDouble(entry -> millisUntilRouted(entry.getKey(), entry.getValue()))
                .sorted()
                .toArray();
    }

    private void load(KafkaConsumer<String, byte[]> consumer, TicketPoster poster, int perSecond, int seconds) {
        int tickets = perSecond * seconds;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor();
                var clock = Executors.newSingleThreadScheduledExecutor()) {
            for (int n = 0; n < tickets; n++) {
                int number = n;
                clock.schedule(
                        () -> callers.submit(() -> {
                            var id = poster.post(number);
                            return created.put(id, System.nanoTime());
                        }),
                        n * 1_000_000_000L / perSecond,
                        TimeUnit.NANOSECONDS);
            }
            long patience =
                    System.nanoTime() + Duration.ofSeconds(seconds + 60L).toNanos();
            while ((created.size() < tickets || !routed.keySet().containsAll(created.keySet()))
                    && System.nanoTime() < patience) {
                for (var one : consumer.poll(Duration.ofMillis(50))) {
                    if (ROUTED.equals(
                            new String(one.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))) {
                        routed.putIfAbsent(one.key(), System.nanoTime());
                    }
                }
            }
        }
    }

    private void tell(int perSecond, int seconds, double[] young, double[] warm, Report report) {
        report.heading(
                "From the 201 to the routed event, rules only, %d tickets/s for %d s".formatted(perSecond, seconds));
        report.figure("tickets created", warm.length, "");
        report.figure(
                "of them routed", Arrays.stream(warm).filter(Double::isFinite).count(), "");
        report.figure("p50 in the first round after the start", p50(young), "ms");
        report.figure("p99 in the first round after the start", p99(young), "ms");
        report.atMost("p50, ms", p50(warm), 100);
        report.atMost("p99, ms", p99(warm), 500);
    }

    private static double p50(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static double p99(double[] sorted) {
        return sorted[sorted.length * 99 / 100];
    }

    /** One that was never routed counts as the slowest of all. */
    private double millisUntilRouted(String ticket, long createdAt) {
        var at = routed.get(ticket);
        return at == null ? Double.POSITIVE_INFINITY : Math.max(0, at - createdAt) / 1e6;
    }
}
