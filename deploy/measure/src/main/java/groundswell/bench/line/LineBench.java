package groundswell.bench.line;

import groundswell.bench.Callers;
import groundswell.bench.Report;
import groundswell.local.HouseProcess;
import groundswell.local.Service;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The line through the house, over HTTP and Kafka, against the bare database on the same server in the same run. */
@Command(
        name = "line",
        description = "Tickets created over HTTP against bare inserts, and the time until they are routed.",
        mixinStandardHelpOptions = true)
public final class LineBench implements Callable<Integer> {
    private static final Path DATA = Path.of("deploy", "measure", "target", "house");
    private static final int CONNECTIONS = 64;
    private static final int MOST_ROUNDS = 12;

    @Option(names = "--tickets", description = "tickets created (default ${DEFAULT-VALUE})")
    int tickets = 10_000;

    @Option(names = "--seconds", description = "length of a round of the latency run (default ${DEFAULT-VALUE})")
    int seconds = 30;

    @Override
    public Integer call() throws Exception {
        var report = new Report();
        try (var house = HouseProcess.start(DATA, Map.of());
                var poster = poster(house)) {
            creates(house, poster, report);
        }
        try (var house = HouseProcess.start(DATA, Map.of("GROUNDSWELL_ROUTING_LANGUAGE", "off"));
                var poster = poster(house)) {
            new RoutedLatency("rules only", 100, seconds, 100, 500).measure(house, poster, report);
        }
        report.load();
        return report.exitCode();
    }

    private static TicketPoster poster(HouseProcess house) {
        return TicketPoster.ofRules(house, CONNECTIONS);
    }

    private void creates(HouseProcess house, TicketPoster poster, Report report) throws Exception {
        warmUp(poster);
        var database = house.database(Service.TICKET);
        BareTickets.createTables(database);
        BareTickets.rate(database, CONNECTIONS, tickets / 2, 0); // warm
        double inserted = BareTickets.rate(database, CONNECTIONS, tickets, tickets);
        double created = Callers.rate(CONNECTIONS, tickets, (caller, n) -> poster.post(tickets + n));
        report.heading("Creating tickets, %d connections, the whole house running".formatted(CONNECTIONS));
        report.figure("bare prepared single-commit inserts of the same rows", inserted, "tickets/s");
        report.figure("tickets created over HTTP with a token", created, "tickets/s");
        report.atLeast("created against inserted", created / inserted, 0.5);
    }

    /** Until two rounds in a row are hardly faster: five processes share the machine, and each compiles its hot code first. */
    private void warmUp(TicketPoster poster) throws InterruptedException {
        double best = 0;
        for (int round = 0, slower = 0; round < MOST_ROUNDS && slower < 2; round++) {
            double rate = Callers.rate(CONNECTIONS, tickets, (caller, n) -> poster.post(n));
            slower = rate < 1.05 * best ? slower + 1 : 0;
            best = Math.max(best, rate);
        }
    }
}
