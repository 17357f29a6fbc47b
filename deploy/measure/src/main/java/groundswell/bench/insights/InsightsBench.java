package groundswell.bench.insights;

import groundswell.bench.Report;
import groundswell.local.HouseProcess;
import groundswell.local.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
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

    @Option(names = "--years", description = "of 1,000 tickets a day and 200 themes (default ${DEFAULT-VALUE})")
    int years = 5;

    @Option(names = "--reads", description = "of the page's data (default ${DEFAULT-VALUE})")
    int reads = 500;

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public Integer call() throws Exception {
        var report = new Report();
        try (var house = HouseProcess.start(DATA, Map.of("GROUNDSWELL_ROUTING_LANGUAGE", "off"))) {
            var database = house.database(Service.INSIGHTS);
            History.add(database, MONTH, 0);
            report.heading("One month of 1,000 tickets a day, 200 themes");
            double month = measure(house, report);
            History.add(database, years * 365 - MONTH, MONTH);
            report.heading(years + " years of 1,000 tickets a day, 200 themes");
            double all = measure(house, report);
            report.atMost("p99 of the page's data, milliseconds", all, 30);
            report.atMost("p99 with years against a month", all / month, 1.5);
        }
        report.load();
        return report.exitCode();
    }

    private double measure(HouseProcess house, Report report) throws Exception {
        var database = house.database(Service.INSIGHTS);
        var began = System.nanoTime();
        while (!History.searched(database)) {
            Thread.sleep(Duration.ofMillis(200)); // nothing tells that a search has ended
        }
        report.figure("surges found in all of it after", (System.nanoTime() - began) / 1e9, "s");
        var request = HttpRequest.newBuilder(URI.create(house.address(Service.INSIGHTS) + "/operations/velocity"))
                .header("Authorization", "Bearer " + house.token("ops"))
                .header("Accept", "application/json")
                .build();
        times(request, reads); // warm
        var times = times(request, reads);
        report.figure("the page's data, p50", times[reads / 2], "ms");
        double p99 = times[reads * 99 / 100];
        report.figure("the page's data, p99", p99, "ms");
        return p99;
    }

    /** Sorted, in milliseconds. */
    private double[] times(HttpRequest request, int count) throws Exception {
        var times = new double[count];
        for (int i = 0; i < count; i++) {
            var began = System.nanoTime();
            var answer = http.send(request, BodyHandlers.discarding());
            times[i] = (System.nanoTime() - began) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The page's data answered " + answer.statusCode());
            }
        }
        Arrays.sort(times);
        return times;
    }
}
