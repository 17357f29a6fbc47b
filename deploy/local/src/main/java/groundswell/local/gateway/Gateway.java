package groundswell.local.gateway;

import groundswell.local.Service;
import groundswell.local.Tokens;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.httpproxy.ProxyInterceptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;

/** The one address of the house, on the loopback interface only. */
public final class Gateway implements AutoCloseable {
    /** What a service takes at most is its own to say; this only keeps absurd sizes off. */
    private static final long LARGEST_BODY = 16L << 20;

    private static final long LARGEST_IMPORT = 2L << 30;
    private static final int LARGEST_FORM = 4096;

    /** Where a session begins and ends; the router takes them with a slash at their end too. */
    private static final Set<String> OWN_PAGES = Set.of(Login.PATH, "/logout");

    /** Each open page holds one stream, and so one connection to a service. */
    private static final int CONNECTIONS = 4096;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final Sessions sessions;
    private final ToIntFunction<Service> ports;

    private Gateway(ToIntFunction<Service> ports, Tokens tokens) {
        this.ports = ports;
        this.sessions = new Sessions(tokens, Clock.systemUTC());
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(2000).setKeepAliveTimeout(30),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** Fails with a clear sentence when another program has the port, before anything else is started. */
    public static void checkFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("Port " + port + " is in use. Choose another with --port.", e);
        }
    }

    /**
     * @param ports where each service listens, asked at every request
     * @param tokens what personas get when they log in
     */
    public static Gateway start(int port, ToIntFunction<Service> ports, Tokens tokens) {
        var gateway = new Gateway(ports, tokens);
        var options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setHandle100ContinueAutomatically(true)
                .setMaxInitialLineLength(16 * 1024)
                .setMaxHeaderSize(32 * 1024);
        gateway.vertx
                .createHttpServer(options)
                .requestHandler(gateway.router())
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return gateway;
    }

    private Router router() {
        var login = new Login(sessions);
        var router = Router.router(vertx);
        router.route().handler(this::guard);
        router.get("/").handler(context -> Redirect.to(context.request(), "/operations"));
        router.get(Login.PATH).handler(login::page);
        router.post(Login.PATH).handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM));
        router.post(Login.PATH).handler(login::enter);
        router.post("/logout").handler(login::leave);
        router.get("/docs/:service*").handler(this::documentation);
        router.route().handler(this::pass);
        return router;
    }

    /** What holds for every request, whoever answers it. */
    private void guard(RoutingContext context) {
        var request = context.request();
        context.addHeadersEndHandler(_ -> {
            var headers = request.response().headers();
            headers.set("X-Content-Type-Options", "nosniff");
            if (!headers.contains("Referrer-Policy")) headers.set("Referrer-Policy", "same-origin");
        });
        var ownToken = request.headers().contains("Authorization");
        var ownPage = OWN_PAGES.contains(context.normalizedPath().replaceFirst("/+$", ""));
        if (!Origins.calledByNameOfThisMachine(request)) {
            Problems.FOREIGN_NAME.answer(request);
        } else if (length(request) > largest(request)) {
            Problems.TOO_LARGE.answer(request);
        } else if (!ownToken
                && !customersLink(request)
                && (ownPage || sessions.of(request).isPresent())
                && !Origins.mayChange(request)) {
            Problems.FOREIGN_ORIGIN.answer(request);
        } else {
            context.next();
        }
    }

    private static String path(HttpServerRequest request) {
        return Objects.requireNonNullElse(request.path(), "");
    }

    private static long largest(HttpServerRequest request) {
        return path(request).startsWith("/api/imports") ? LARGEST_IMPORT : LARGEST_BODY;
    }

    /** Its secret is its guard, no session; a page without a referrer sends {@code Origin: null} with its form. */
    private static boolean customersLink(HttpServerRequest request) {
        var path = path(request);
        return path.startsWith("/consent/") || path.startsWith("/rate/");
    }

    /** Whoever writes to support needs no log-in, and is nobody there even with one. */
    private static boolean openToAll(HttpServerRequest request) {
        var path = path(request);
        return path.equals("/help") || path.startsWith("/help/");
    }

    private static long length(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    /** Swagger UI and OpenAPI of one service: {@code /docs/ticket}, {@code /docs/ticket/openapi}. */
    private void documentation(RoutingContext context) {
        var request = context.request();
        var rest = path(request).substring("/docs/".length());
        var slash = rest.indexOf('/');
        var service = Service.named(slash < 0 ? rest : rest.substring(0, slash));
        if (service.isEmpty()) {
            Problems.NOWHERE.answer(request);
        } else if (slash < 0) {
            Redirect.to(request, path(request) + "/");
        } else {
            var file = rest.substring(slash);
            var query = request.query() == null ? "" : "?" + request.query();
            forward(
                    context,
                    service.get(),
                    (file.equals("/openapi") ? "/q/openapi" : "/q/swagger-ui" + file) + query,
                    new DocumentationLinks("/docs/" + service.get().database()));
        }
    }

    private void pass(RoutingContext context) {
        var request = context.request();
        var service = Service.answering(path(request));
        if (service.isEmpty()) {
            Problems.NOWHERE.answer(request);
        } else if (needsLogin(request)) {
            Login.first(request);
        } else {
            forward(context, service.get(), request.uri());
        }
    }

    private void forward(RoutingContext context, Service service, String uri, ProxyInterceptor... further) {
        var request = context.request();
        var bearer = request.headers().contains("Authorization") || customersLink(request) || openToAll(request)
                ? null
                : sessions.of(request).map(Sessions.Session::token).orElse(null);
        new Passage(service.fullName(), ports.applyAsInt(service), uri, bearer).go(client, request, further);
    }

    /** A person without a session who wants a page; programs are told 401 by the service itself. */
    private boolean needsLogin(HttpServerRequest request) {
        return Problems.asksForPage(request)
                && !request.headers().contains("Authorization")
                && !customersLink(request)
                && !openToAll(request)
                && !path(request).startsWith("/ui/")
                && sessions.of(request).isEmpty();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
