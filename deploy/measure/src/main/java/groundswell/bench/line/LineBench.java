package groundswell.bench.line;

import groundswell.bench.Callers;
import groundswell.bench.Report;
import groundswell.bench.journal.BareInsert;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The line through the house, over HTTP and Kafka, against the bare database on the same server in the same run. */
@Command(
        name = "line",
        description = "Tickets created over HTTP against bare inserts, and the time until they are routed.",
        mixinStandardHelpOptions = true)
public final class LineBench implements Callable<Integer> {
    private static final int CONNECTIONS = 64;

    @Option(names = "--tickets", description = "tickets created (default ${DEFAULT-VALUE})")
    int tickets = 20_000;

    @Option(names = "--seconds", description = "length of the latency run (default ${DEFAULT-VALUE})")
    int seconds = 30;

    @Option(names = "--port", description = "of the gateway (default ${DEFAULT-VALUE})")
    int port = 18_181;

    @Override
    public Integer call() throws Exception {
        var report = new Report();
        try (var house = RunningHouse.start(port, Map.of());
                var poster = poster(house)) {
            creates(house, poster, report);
        }
        try (var house = RunningHouse.start(port, Map.of("GROUNDSWELL_ROUTING_LANGUAGE", "off"));
                var poster = poster(house)) {
            Callers.rate(8, 2_000, (caller, n) -> poster.post(n)); // warm
            new RoutedLatency().measure(house, poster, 100, seconds, report);
        }
        report.load();
        return report.exitCode();
    }

    private static TicketPoster poster(RunningHouse house) throws IOException {
        var service = house.services()
                .path("services")
                .path("ticket-service")
                .path("url")
                .asText();
        return new TicketPoster(URI.create(service), house.token("integrator"), CONNECTIONS);
    }

    private void creates(RunningHouse house, TicketPoster poster, Report report) throws Exception {
        Callers.rate(CONNECTIONS, tickets / 4, (caller, n) -> poster.post(n)); // warm
        var bytes = eventsOf(house.database("ticket"));
        var bare = bareDatabase(house);
        BareInsert.rate(bare, bytes, CONNECTIONS, tickets / 4, 0); // warm
        double inserted = BareInsert.rate(bare, bytes, CONNECTIONS, tickets, tickets);
        double created = Callers.rate(CONNECTIONS, tickets, (caller, n) -> poster.post(tickets + n));
        report.heading("Creating tickets, %d connections, the whole house running".formatted(CONNECTIONS));
        report.figure("bare prepared single-commit inserts", inserted, "inserts/s");
        report.figure("tickets created over HTTP with a token", created, "tickets/s");
        report.atLeast("created against inserted", created / inserted, 0.5);
    }

    /** The very bytes that the house has just written. */
    private static IntFunction<byte[]> eventsOf(DataSource database) throws SQLException {
        var events = new ArrayList<byte[]>();
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery("select data from journal_event limit 1000")) {
            while (row.next()) {
                events.add(row.getBytes(1));
            }
        }
        var sample = List.copyOf(events);
        return number -> sample.get(number % sample.size());
    }

    private static DataSource bareDatabase(RunningHouse house) throws SQLException, IOException {
        try (var connection = house.database("ticket").getConnection()) {
            connection.createStatement().execute("create database bare");
        }
        var bare = house.database("bare");
        BareInsert.createTables(bare);
        return bare;
    }
}
