package groundswell.bench.line;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import groundswell.bench.Callers;
import groundswell.bench.Report;
import groundswell.local.HouseProcess;
import groundswell.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Routing by text, the whole house running: texts read, the time until a ticket has its team, and a burst. */
@Command(
        name = "routing",
        description = "Texts read per second, the time until tickets are routed by their text, and a burst of them.",
        mixinStandardHelpOptions = true)
public final class RoutingBench implements Callable<Integer> {
    private static final Path DATA = Path.of("deploy", "measure", "target", "house");
    private static final int CONNECTIONS = 64;
    private static final int TEXTS = 1_000;
    private static final int READERS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Option(names = "--burst", description = "tickets of the burst (default ${DEFAULT-VALUE})")
    int burst = 5_000;

    @Option(names = "--seconds", description = "length of a round of the latency run (default ${DEFAULT-VALUE})")
    int seconds = 30;

    @Override
    public Integer call() throws Exception {
        var report = new Report();
        try (var house = HouseProcess.start(DATA, Map.of());
                var letters = TicketPoster.ofLetters(house, CONNECTIONS);
                var clear = TicketPoster.ofRules(house, 4)) {
            reading(house, report);
            new RoutedLatency("by letters of 60 words", 20, seconds, 150, 1_000).measure(house, letters, report);
            burst(house, letters, clear, report);
        }
        report.load();
        return report.exitCode();
    }

    /** Through the preview, which reads with {@value READERS} threads and stores nothing. */
    private static void reading(HouseProcess house, Report report) throws IOException, InterruptedException {
        preview(house, 1, 0); // the themes are learnt
        report.heading("Texts of 60 words read and decided, per thread");
        report.figure("the first %,d after the start".formatted(TEXTS), preview(house, TEXTS, 0) / READERS, "texts/s");
        preview(house, TEXTS, TEXTS);
        report.figure("warm", preview(house, TEXTS, 2 * TEXTS) / READERS, "texts/s");
    }

    /** Texts a second. */
    private static double preview(HouseProcess house, int texts, int from) throws IOException, InterruptedException {
        var body = JsonNodeFactory.instance.objectNode();
        var list = body.putArray("texts");
        for (int n = 0; n < texts; n++) list.add(Letters.subject(from + n) + "\n" + Letters.body(from + n));
        var request = HttpRequest.newBuilder(uri(house))
                .header("Authorization", "Bearer " + house.token("product"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(body)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            long start = System.nanoTime();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException("Answered " + answer.statusCode());
            return texts / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static URI uri(HouseProcess house) {
        return house.address(Service.ROUTING).resolve("/api/routing/preview");
    }

    /** All at once, and beside them a trickle of tickets that a rule knows: the backlog must not hold these up. */
    private void burst(HouseProcess house, TicketPoster letters, TicketPoster clear, Report report) throws Exception {
        var created = new ConcurrentHashMap<String, Long>();
        var latest = new AtomicLong();
        try (var events = new RoutedEvents(house)) {
            var trickle = new RoutedLatency("beside a burst", 5, seconds, 0, 0);
            var beside = CompletableFuture.supplyAsync(() -> quietly(() -> trickle.round(events, clear, 0)));
            long start = System.nanoTime();
            double rate = Callers.rate(CONNECTIONS, burst, (caller, n) -> {
                var id = letters.post(1_000_000 + n);
                created.put(id, System.nanoTime());
            });
            boolean all = events.awaitAll(created.keySet(), PATIENCE);
            created.keySet().forEach(id -> latest.accumulateAndGet((long) events.millisSince(start, id), Math::max));
            var rules = beside.join();
            report.heading("A burst of %,d tickets".formatted(burst));
            report.figure("created", rate, "tickets/s");
            report.figure(all ? "until the last was routed" : "NOT all were routed within", latest.get() / 1e3, "s");
            report.figure("routed by their text", burst / (latest.get() / 1e3), "tickets/s");
            report.figure("p50 of tickets that a rule decides, beside it", RoutedLatency.p50(rules), "ms");
            report.figure("p99 of these", RoutedLatency.p99(rules), "ms");
        }
    }

    private interface Measured {
        double[] run() throws InterruptedException;
    }

    private static double[] quietly(Measured measured) {
        try {
            return measured.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
