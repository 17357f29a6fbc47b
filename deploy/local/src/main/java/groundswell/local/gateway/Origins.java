package groundswell.local.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * Guards against other sites. A change made with the session cookie must come from a page of this house, and whoever
 * asks must have called us by a name of this machine: a foreign name that was pointed at 127.0.0.1 gets nothing.
 */
final class Origins {
    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    static boolean calledByNameOfThisMachine(HttpServerRequest request) {
        var authority = request.authority();
        return authority != null && THIS_MACHINE.contains(authority.host());
    }

    static boolean mayChange(HttpServerRequest request) {
        return SAFE.contains(request.method()) || fromThisHouse(request);
    }

    /** Browsers send {@code Sec-Fetch-Site} to trustworthy addresses and {@code Origin} with every change; one must fit. */
    private static boolean fromThisHouse(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) return false;
        var origin = request.getHeader("Origin");
        if (origin == null) return site != null;
        return origin.equals(request.scheme() + "://" + request.getHeader("Host"));
    }

    private Origins() {}
}
