package groundswell.local.demo;

import groundswell.local.Persona;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** The house as an outside system meets it: one address, one token. */
final class Api {
    private static final int TRIES = 8;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI gateway;
    private final Path tokens;

    Api(URI gateway, Path tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    JsonObject get(String role, String path) throws IOException, InterruptedException {
        return answer(request(role, path).GET().build());
    }

    JsonObject post(String role, String path, String type, String body) throws IOException, InterruptedException {
        return send("POST", role, path, type, body);
    }

    JsonObject put(String role, String path, String type, String body) throws IOException, InterruptedException {
        return send("PUT", role, path, type, body);
    }

    private JsonObject send(String method, String role, String path, String type, String body)
            throws IOException, InterruptedException {
        return answer(request(role, path)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /** Logs in as a browser does and opens one page. */
    void visit(Persona persona, String page) throws IOException, InterruptedException {
        var login = HttpRequest.newBuilder(gateway.resolve("/login"))
                .timeout(Duration.ofSeconds(60))
                .header("Origin", gateway.getScheme() + "://" + gateway.getAuthority())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("persona=" + persona.name().toLowerCase(Locale.ROOT)))
                .build();
        var cookie = http.send(login, BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new IOException("The log-in gave no session"));
        answer(HttpRequest.newBuilder(gateway.resolve(page))
                .timeout(Duration.ofSeconds(60))
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .build());
    }

    private HttpRequest.Builder request(String role, String path) throws IOException {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(tokens.resolve(role + ".jwt"))
                                        .strip());
    }

    /** Everything posted here is safe to repeat, so a busy or restarting service only costs time. */
    private JsonObject answer(HttpRequest request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> answer;
            try {
                answer = http.send(request, BodyHandlers.ofString());
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                Thread.sleep(Duration.ofMillis(250L << attempt));
                continue;
            }
            if (answer.statusCode() / 100 == 2) {
                return answer.body().startsWith("{") ? new JsonObject(answer.body()) : new JsonObject();
            }
            boolean passing = answer.statusCode() == 429 || answer.statusCode() >= 500;
            if (!passing || attempt == TRIES) {
                throw new IOException(request.method() + " " + request.uri().getPath() + " answered "
                        + answer.statusCode() + ": " + answer.body());
            }
            Thread.sleep(Duration.ofMillis(250L << attempt));
        }
    }
}
