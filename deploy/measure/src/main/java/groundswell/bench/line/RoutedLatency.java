package groundswell.bench.line;

import groundswell.bench.Report;
import groundswell.local.HouseProcess;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * From the 201 of a ticket to its routed event, at a steady pace.
 *
 * @param what is measured, as the report's heading
 * @param mostP50 milliseconds
 * @param mostP99 milliseconds
 */
record RoutedLatency(String what, int perSecond, int seconds, double mostP50, double mostP99) {
    private static final int MOST_ROUNDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Rounds of the same load, until one is hardly faster than the one before: the processes compile their hot code during
     * the first. Each round is waited for to its last ticket, so that nothing is behind.
     */
    void measure(HouseProcess house, TicketPoster poster, Report report) throws InterruptedException {
        var young = new double[0];
        var warm = young;
        try (var events = new RoutedEvents(house)) {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                var before = warm;
                warm = round(events, poster, round * perSecond * seconds);
                if (round == 0) {
                    young = warm;
                } else if (p99(warm) > 0.9 * p99(before)) {
                    break;
                }
            }
        }
        tell(young, warm, report);
    }

    /** Milliseconds until each ticket of one round was routed, ascending. */
    double[] round(RoutedEvents events, TicketPoster poster, int from) throws InterruptedException {
        var created = load(poster, from);
        events.awaitAll(created.keySet(), PATIENCE);
        return created.entrySet().stream()
                .mapToDouble(entry -> events.millisSince(entry.getValue(), entry.getKey()))
                .sorted()
                .toArray();
    }

    /** The tickets with the time of each one's answer. */
    private Map<String, Long> load(TicketPoster poster, int from) {
        var created = new ConcurrentHashMap<String, Long>();
        int tickets = perSecond * seconds;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor();
                var clock = Executors.newSingleThreadScheduledExecutor()) {
            for (int n = 0; n < tickets; n++) {
                int number = from + n;
                clock.schedule(
                        () -> callers.submit(() -> {
                            var id = poster.post(number);
                            return created.put(id, System.nanoTime());
                        }),
                        n * 1_000_000_000L / perSecond,
                        TimeUnit.NANOSECONDS);
            }
        }
        return created;
    }

    private void tell(double[] young, double[] warm, Report report) {
        report.heading(
                "From the 201 to the routed event, %s, %d tickets/s for %d s".formatted(what, perSecond, seconds));
        report.figure("tickets created", warm.length, "");
        report.figure(
                "of them routed", Arrays.stream(warm).filter(Double::isFinite).count(), "");
        report.figure("p50 in the first round after the start", p50(young), "ms");
        report.figure("p99 in the first round after the start", p99(young), "ms");
        report.atMost("p50, ms", p50(warm), mostP50);
        report.atMost("p99, ms", p99(warm), mostP99);
    }

    static double p50(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    static double p99(double[] sorted) {
        return sorted[sorted.length * 99 / 100];
    }
}
