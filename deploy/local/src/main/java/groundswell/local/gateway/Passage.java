package groundswell.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service and its answer on the way back, both streamed. The service sees the address the
 * caller used, the bearer token instead of the session cookie, and never the cookie.
 *
 * @param uri what the service is asked for; usually what the gateway was asked for
 * @param bearer the session's token, or null: then the caller's own Authorization header stays as it is
 */
record Passage(
        String service, int port, String uri, @Nullable String bearer) implements ProxyInterceptor {
    private static final List<String> FORWARDED = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto");

    void go(HttpClient client, HttpServerRequest request, ProxyInterceptor... further) {
        var proxy = HttpProxy.reverseProxy(client).origin(port, "127.0.0.1").addInterceptor(this);
        for (var interceptor : further) {
            proxy.addInterceptor(interceptor);
        }
        proxy.handle(request);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request();
        request.setURI(uri);
        Optional.ofNullable(request.proxiedRequest().authority()).ifPresent(request::setAuthority);
        FORWARDED.forEach(request.headers()::remove); // what a caller says of itself is not believed
        var from = request.proxiedRequest().remoteAddress();
        if (from != null) request.putHeader("X-Forwarded-For", from.hostAddress());
        request.headers().remove("Expect"); // answered here already
        if (bearer != null) request.putHeader("Authorization", "Bearer " + bearer);
        withoutSession(request.headers().get("Cookie"))
                .ifPresentOrElse(
                        cookies -> request.putHeader("Cookie", cookies),
                        () -> request.headers().remove("Cookie"));
        return context.sendRequest().recover(_ -> Future.succeededFuture(away(context)));
    }

    private ProxyResponse away(ProxyContext context) {
        var asked = context.request().proxiedRequest();
        var problem = Problems.away(service);
        return context.request()
                .release()
                .response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", problem.contentType(asked))
                .putHeader("Content-Security-Policy", Page.POLICY)
                .putHeader("Retry-After", "3")
                .setBody(Body.body(problem.body(asked)));
    }

    static Optional<String> withoutSession(@Nullable String cookies) {
        if (cookies == null) return Optional.empty();
        var others = Arrays.stream(cookies.split(";"))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty() && !cookie.startsWith(Sessions.COOKIE + "="))
                .collect(Collectors.joining("; "));
        return others.isEmpty() ? Optional.empty() : Optional.of(others);
    }
}
