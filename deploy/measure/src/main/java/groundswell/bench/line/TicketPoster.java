package groundswell.bench.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import groundswell.local.HouseProcess;
import groundswell.local.Service;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;

/** An internal system that posts tickets over a number of kept connections, each with an idempotency key. */
final class TicketPoster implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final RequestOptions request;

    /** What its tickets say: a number to a body. */
    private final IntFunction<ObjectNode> tickets;

    private TicketPoster(URI service, String token, int connections, IntFunction<ObjectNode> tickets) {
        this.tickets = tickets;
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

    /** Tickets that a rule knows by their tag. */
    static TicketPoster ofRules(HouseProcess house, int connections) {
        return to(house, connections, number -> {
            var body = ticket(
                    number,
                    "Charged twice, order " + number,
                    "The same order was charged twice and nobody answers. ".repeat(6));
            body.putArray("tags").add("billing");
            return body;
        });
    }

    /** Tickets that only their text tells anything about. */
    static TicketPoster ofLetters(HouseProcess house, int connections) {
        return to(house, connections, number -> ticket(number, Letters.subject(number), Letters.body(number)));
    }

    private static TicketPoster to(HouseProcess house, int connections, IntFunction<ObjectNode> tickets) {
        return new TicketPoster(house.address(Service.TICKET), house.token("integrator"), connections, tickets);
    }

    private static ObjectNode ticket(int number, String subject, String description) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("subject", subject)
                .put("description", description)
                .put("channel", "email");
        body.putObject("requester")
                .put("name", "Customer " + number % 5_000)
                .put("email", "customer" + number % 5_000 + "@example.org");
        return body;
    }

    /** @return the id of the ticket that was created */
    String post(int number) {
        var body = tickets.apply(number);
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
