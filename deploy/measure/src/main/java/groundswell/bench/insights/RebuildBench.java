package groundswell.bench.insights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.bench.Report;
import groundswell.local.HouseProcess;
import groundswell.local.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counting everything again, against a bare consumer that parses the same events. */
@Command(
        name = "rebuild",
        description = "Counting everything again, against a bare consumer that parses the same JSON.",
        mixinStandardHelpOptions = true)
public final class RebuildBench implements Callable<Integer> {
    private static final Path DATA = Path.of("deploy", "measure", "target", "house");
    private static final int DAYS = 365;

    @Option(names = "--tickets", description = "of seven events each (default ${DEFAULT-VALUE})")
    int tickets = 100_000;

    @Option(names = "--threads", description = "that read partitions (default ${DEFAULT-VALUE})")
    int threads = 4;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Integer call() throws Exception {
        var report = new Report();
        var settings = Map.of(
                "GROUNDSWELL_ROUTING_LANGUAGE",
                "off",
                "GROUNDSWELL_INSIGHTS_REBUILD_THREADS",
                Integer.toString(threads),
                "GROUNDSWELL_INSIGHTS_SURGES_EVERY",
                "off",
                "GROUNDSWELL_INSIGHTS_TICKET_TOPIC",
                InventedEvents.TICKETS,
                "GROUNDSWELL_INSIGHTS_ROUTING_TOPIC",
                InventedEvents.ROUTING);
        try (var house = HouseProcess.start(DATA, settings)) {
            long events = (long) tickets * InventedEvents.A_TICKET;
            try (var invented = new InventedEvents(house.bootstrapServers())) {
                invented.send(tickets, DAYS);
            }
            report.heading(events + " events on " + InventedEvents.PARTITIONS + " partitions of two topics");
            var began = System.nanoTime();
            while (heard(house) < events) {
                Thread.sleep(Duration.ofMillis(200)); // nothing tells that the last is counted
            }
            report.figure("counted live, after all were sent, in", (System.nanoTime() - began) / 1e9, "s");
            BareConsumer.rate(house.bootstrapServers(), threads, events); // warm
            double bare = BareConsumer.rate(house.bootstrapServers(), threads, events);
            report.figure("a bare consumer", bare, "events/s");
            double rebuilt = events / rebuild(house);
            report.figure("counted again, tables changed", rebuilt, "events/s");
            report.atLeast("counted again against the bare consumer", rebuilt / bare, 0.1);
            if (!call(house, "GET", "/api/insights/recount").path("equal").asBoolean()) {
                throw new IllegalStateException("A recount differs");
            }
        }
        report.load();
        return report.exitCode();
    }

    private static long heard(HouseProcess house) throws SQLException {
        try (var connection = house.database(Service.INSIGHTS).getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery(
                                "select coalesce(sum(position), 0) from journal_inbox where topic like 'bench%'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** In seconds, from its wish to its end. */
    private double rebuild(HouseProcess house) throws Exception {
        var wanted = call(house, "POST", "/api/insights/rebuilds");
        while (true) {
            var now = call(
                    house, "GET", "/api/insights/rebuilds/" + wanted.path("id").asText());
            switch (now.path("state").asText()) {
                case "running" -> Thread.sleep(Duration.ofMillis(100));
                case "done" -> {
                    return Duration.between(
                                            Instant.parse(
                                                    wanted.path("wantedAt").asText()),
                                            Instant.parse(now.path("endedAt").asText()))
                                    .toMillis()
                            / 1e3;
                }
                default -> throw new IllegalStateException("The rebuild: " + now);
            }
        }
    }

    private JsonNode call(HouseProcess house, String method, String path) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(house.address(Service.INSIGHTS) + path))
                        .header("Authorization", "Bearer " + house.token("admin"))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return json.readTree(answer.body());
    }
}
