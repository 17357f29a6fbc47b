package groundswell.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Stands for a service: answers with what it saw, and at {@code …/stream} with events when the test wants them. */
final class Echo implements AutoCloseable {
    private final HttpServer server;
    private final SynchronousQueue<String> events = new SynchronousQueue<>();
    private final CountDownLatch streamClosed = new CountDownLatch(1);

    private Echo(HttpServer server) {
        this.server = server;
    }

    static Echo start() throws IOException {
        var echo = new Echo(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        echo.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        echo.server.createContext("/", echo::answer);
        echo.server.start();
        return echo;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Lets the second event go. */
    void next() throws InterruptedException {
        events.put("second");
    }

    CountDownLatch streamClosed() {
        return streamClosed;
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/stream")) {
            stream(exchange);
            return;
        }
        if (exchange.getRequestURI().getPath().equals("/q/swagger-ui/")) {
            page(exchange, "<script src='/q/swagger-ui/ui.js'></script> url: '/q/openapi'");
            return;
        }
        var body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        var seen = new JsonObject()
                .put("uri", exchange.getRequestURI().toString())
                .put("authorization", headers.getFirst("Authorization"))
                .put("cookie", headers.getFirst("Cookie"))
                .put("host", headers.getFirst("Host"))
                .put("forwardedFor", headers.getFirst("X-Forwarded-For"))
                .put("forwardedProto", headers.getFirst("X-Forwarded-Proto"))
                .put("length", body.length)
                .encode()
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, seen.length);
        exchange.getResponseBody().write(seen);
        exchange.close();
    }

    private static void page(HttpExchange exchange, String page) throws IOException {
        var bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            out.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            out.write(("data: " + events.poll(10, TimeUnit.SECONDS) + "\n\n").getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.flush();
                out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
                if (events.poll(50, TimeUnit.MILLISECONDS) != null) return;
            }
        } catch (IOException gone) {
            streamClosed.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
