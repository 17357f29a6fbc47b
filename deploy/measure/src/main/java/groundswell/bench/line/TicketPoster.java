package groundswell.bench.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;

/** An internal system that posts tickets over a number of kept connections, each with an idempotency key. */
final class TicketPoster implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final RequestOptions request;

    TicketPoster(URI service, String token, int connections) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(connections));
        request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setURI("/api/tickets")
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/json");
    }

    /** @return the id of the ticket that was created */
    String post(int number) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("subject", "Charged twice, order " + number)
                .put("description", "The same order was charged twice and nobody answers. ".repeat(6))
                .put("channel", "email");
        body.putArray("tags").add("billing");
        body.putObject("requester")
                .put("name", "Customer " + number % 5_000)
                .put("email", "customer" + number % 5_000 + "@example.org");
        var options = new RequestOptions(request)
                .putHeader("Idempotency-Key", UUID.randomUUID().toString());
        return client.request(options)
                .compose(call -> call.send(body.toString()))
                .compose(answer -> {
                    if (answer.statusCode() != 201) {
                        throw new IllegalStateException("Answered " + answer.statusCode());
                    }
                    var location = Objects.requireNonNull(answer.getHeader("Location"));
                    return answer.body().map(_ -> location.substring(location.lastIndexOf('/') + 1));
                })
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @Override
    public void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
