package groundswell.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.local.Persona;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;

/** Somebody outside who speaks HTTP. */
final class Caller {
    /** What came back. */
    record Answer(int status, String body, HttpResponse<String> response) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("Not JSON (" + status + "): " + body, e);
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI address;
    private final String token;

    Caller(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** A page, as this persona sees it who has logged in with a browser. */
    static Answer page(URI address, Persona persona, String path) {
        var browser = new Caller(address, "");
        var login = browser.send(
                "POST",
                "/login",
                "persona=" + persona.name().toLowerCase(Locale.ROOT),
                "application/x-www-form-urlencoded",
                "Origin",
                address.getScheme() + "://" + address.getAuthority());
        return browser.send(
                "GET",
                path,
                null,
                "text/html",
                "Cookie",
                login.header("Set-Cookie").split(";")[0]);
    }

    String token() {
        return token;
    }

    Answer get(String path) {
        return send("GET", path, null, "application/json");
    }

    /** @param headers name, value, name, value … */
    Answer post(String path, String json, String... headers) {
        return send("POST", path, json, "application/json", headers);
    }

    Answer put(String path, String json, String... headers) {
        return send("PUT", path, json, "application/json", headers);
    }

    Answer send(String method, String path, String body, String type, String... headers) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", type)
                .header("Accept", token.isEmpty() ? "text/html" : "application/json, application/problem+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
