package groundswell.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Waits until a service says that it is ready; gives up when it keeps dying or takes far too long. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int DEATHS_BEFORE_READY = 3;
    private static final int LINES_OF_LOG = 15;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Tells of each as soon as it is ready. */
    void await(Collection<ServiceProcess> processes, DataFolder data, Consumer<ServiceProcess> ready)
            throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var waiting = new ArrayList<>(processes);
        while (true) {
            for (var process : List.copyOf(waiting)) {
                var log = data.log(process.service());
                if (isReady(process.port())) {
                    waiting.remove(process);
                    ready.accept(process);
                } else if (process.deaths() >= DEATHS_BEFORE_READY) {
                    throw notReady(process, log, "ends again and again");
                } else if (System.nanoTime() > until) {
                    throw notReady(process, log, "is not ready after " + PATIENCE.toMinutes() + " minutes");
                }
            }
            if (waiting.isEmpty()) return;
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    boolean isReady(int port) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static IllegalStateException notReady(ServiceProcess process, Path log, String why) {
        return new IllegalStateException(process.service().fullName() + " " + why + ". The end of " + log + ":\n  "
                + String.join("\n  ", endOf(log)));
    }

    private static List<String> endOf(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size());
        } catch (IOException e) {
            return List.of("(it cannot be read: " + e.getMessage() + ")");
        }
    }
}
