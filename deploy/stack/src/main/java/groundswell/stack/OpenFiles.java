package groundswell.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files and sockets that this process holds open, and with it the service that is tested in it. */
public final class OpenFiles {
    /**
     * How many more are open after so many requests than after the first, all over one kept connection.
     *
     * @throws IllegalStateException at an answer of another status, whose count would tell nothing
     */
    public static long leftBy(int requests, URI page, int status) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            ask(client, page, status);
            long before = now();
            for (int n = 0; n < requests; n++) {
                ask(client, page, status);
            }
            return now() - before;
        }
    }

    private static void ask(HttpClient client, URI page, int status) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
        if (answer.statusCode() != status) {
            throw new IllegalStateException(page + " answered " + answer.statusCode());
        }
    }

    private static long now() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    private OpenFiles() {}
}
