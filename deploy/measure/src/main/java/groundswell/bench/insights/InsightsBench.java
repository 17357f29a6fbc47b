package groundswell.bench.insights;

import groundswell.bench.Report;
import groundswell.local.HouseProcess;
import groundswell.local.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The Operations page's data, and the search for surges, with a month and with years of a thousand tickets a day. */
@Command(
        name = "insights",
        description =
                "The Operations page's data with a month and with five years of tickets, and the search for surges.",
        mixinStandardHelpOptions = true)
public final class InsightsBench implements Callable<Integer> {
    private static final Path DATA = Path.of("deploy", "measure", "target", "house");
    private static final int MONTH = 30;

    /** Texts are not what is measured; nor are reports of the weeks that have just been invented. */
    private static final Map<String, String> WITHOUT =
            Map.of("GROUNDSWELL_ROUTING_LANGUAGE", "off", "GROUNDSWELL_INSIGHTS_REPORTS_EVERY", "off");

    /** Some eighty times as often as a thousand a day are. */
    private static final Duration A_TICKET_EACH = Duration.ofSeconds(1);

    /** As fifty pages do that look once a second; the readers themselves are not to be what the machine is busy with. */
    private static final Duration A_LOOK_EACH = Duration.ofMillis(20);

    @Option(names = "--years", description = "of 1,000 tickets a day and 200 themes (default ${DEFAULT-VALUE})")
    int years = 5;

    @Option(names = "--reads", description = "of the page's data (default ${DEFAULT-VALUE})")
    int reads = 2_000;

    /** How often it is tried before it counts: the compilers of all services, on the same processors, must have little left to do. */
    private static final int WARM = 3;

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public Integer call() throws Exception {
        var report = new Report();
        try (var house = HouseProcess.start(DATA, WITHOUT)) {
            var database = house.database(Service.INSIGHTS);
            History.add(database, MONTH, 0);
            report.heading("One month of 1,000 tickets a day, 200 themes");
            report.figure("surges found in all of it after", searched(database), "s");
            double month = measure(house, report);
            History.add(database, years * 365 - MONTH, MONTH);
            report.heading(years + " years of 1,000 tickets a day, 200 themes");
            History.takeAsSearched(database); // it rests between the pieces, and is not what is measured
            double all = measure(house, report);
            report.atMost("p99 of the page's data, milliseconds", all, 30);
            report.atMost("p99 with years against a month", all / month, 1.5);
        }
        report.load();
        return report.exitCode();
    }

    private static double searched(DataSource database) throws Exception {
        long began = System.nanoTime();
        while (!History.searched(database)) {
            Thread.sleep(Duration.ofMillis(200)); // nothing tells that a search has ended
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private double measure(HouseProcess house, Report report) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(house.address(Service.INSIGHTS) + "/operations/velocity"))
                .header("Authorization", "Bearer " + house.token("ops"))
                .header("Accept", "application/json")
                .build();
        for (int i = 0; i < WARM; i++) {
            times(house, request);
        }
        var nothing = times(house, nothing(house));
        report.figure("an answer without data, p50", nothing[reads / 2], "ms");
        report.figure("an answer without data, p99", nothing[reads * 99 / 100], "ms");
        var times = times(house, request);
        report.figure("the page's data, p50", times[reads / 2], "ms");
        double p99 = times[reads * 99 / 100];
        report.figure("the page's data, p99", p99, "ms");
        report.figure("how long customers waited, 28 days by theme, read anew", responseTimes(house), "ms");
        return p99;
    }

    /** By team first, so that the pages of the disk are not read for the first time; answers are kept for ten seconds. */
    private double responseTimes(HouseProcess house) throws Exception {
        answered(responseTimes(house, "team"), 200);
        var began = System.nanoTime();
        answered(responseTimes(house, "theme"), 200);
        return (System.nanoTime() - began) / 1e6;
    }

    /** What the machine needs for any answer of the service while it is as busy. */
    private static HttpRequest nothing(HouseProcess house) {
        return HttpRequest.newBuilder(URI.create(house.address(Service.INSIGHTS) + "/q/health/live"))
                .build();
    }

    private static HttpRequest responseTimes(HouseProcess house, String by) {
        return HttpRequest.newBuilder(URI.create(
                        house.address(Service.INSIGHTS) + "/api/insights/response-times?window=28d&by=" + by))
                .header("Authorization", "Bearer " + house.token("ops"))
                .build();
    }

    /**
     * Sorted, in milliseconds, each from when somebody wanted to look, so that one slow answer delays those after it.
     * Meanwhile a ticket comes in each second: what it changes at four times or more is read anew.
     */
    private double[] times(HouseProcess house, HttpRequest request) throws Exception {
        var times = new double[reads];
        long posting = A_TICKET_EACH.dividedBy(A_LOOK_EACH);
        var posted = new ArrayList<CompletableFuture<Void>>();
        long due = System.nanoTime();
        for (int i = 0; i < reads; i++) {
            if (i % posting == 0) {
                posted.add(http.sendAsync(ticket(house, i), BodyHandlers.discarding())
                        .thenAccept(answer -> check(answer, 201)));
            }
            due += A_LOOK_EACH.toNanos();
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime()))); // the pace of those who look
            answered(request, 200);
            times[i] = (System.nanoTime() - due) / 1e6;
        }
        posted.forEach(CompletableFuture::join);
        Arrays.sort(times);
        return times;
    }

    private static HttpRequest ticket(HouseProcess house, int number) {
        return HttpRequest.newBuilder(URI.create(house.address(Service.TICKET) + "/api/tickets"))
                .header("Authorization", "Bearer " + house.token("integrator"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("""
                        {"subject": "The export of order %1$d stops half way", "description": "It stops at 50 percent.",
                         "channel": "email", "requester": {"name": "Nia", "email": "nia%1$d@example.org"}}
                        """.formatted(number)))
                .build();
    }

    private void answered(HttpRequest request, int status) throws Exception {
        check(http.send(request, BodyHandlers.discarding()), status);
    }

    private static void check(HttpResponse<?> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
        }
    }
}
