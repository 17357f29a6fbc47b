package groundswell.local.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Sends a browser elsewhere within this address, always to be fetched with GET. */
final class Redirect {
    static void to(HttpServerRequest request, String path) {
        request.response().setStatusCode(303).putHeader("Location", path).end();
    }

    static String encoded(String parameter) {
        return URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    }

    private Redirect() {}
}
