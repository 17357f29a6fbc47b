package groundswell.local.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/**
 * What the gateway itself refuses, as {@code application/problem+json}; to a browser that asked for a page, as a page.
 *
 * @param kind the last part of the problem's type, {@code service-away}
 */
record Problems(int status, String kind, String title, String detail) {
    static final Problems FOREIGN_NAME =
            new Problems(421, "foreign-host", "Unknown address", "Call the gateway as localhost or 127.0.0.1.");
    static final Problems FOREIGN_ORIGIN = new Problems(
            403,
            "foreign-origin",
            "Change from another site refused",
            "A change with a session cookie must come from a page of this address. Programs send an Authorization header instead.");
    static final Problems TOO_LARGE = new Problems(
            413, "too-large", "Body too large", "Send at most 16 MiB; a large import goes to POST /api/imports.");
    static final Problems NOWHERE =
            new Problems(404, "no-such-page", "Nothing here", "No service answers at this path. Start at /.");

    static Problems away(String service) {
        return new Problems(
                503,
                "service-away",
                service + " is away",
                service + " does not answer at the moment; it is started again by itself. Try again in a few seconds.");
    }

    static boolean asksForPage(HttpServerRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    String contentType(HttpServerRequest request) {
        return asksForPage(request) ? "text/html; charset=utf-8" : "application/problem+json";
    }

    Buffer body(HttpServerRequest request) {
        return asksForPage(request) ? Buffer.buffer(page()) : json(request).toBuffer();
    }

    void answer(HttpServerRequest request) {
        var response = request.response().setStatusCode(status).putHeader("Content-Type", contentType(request));
        if (status == 503) response.putHeader("Retry-After", "3");
        response.end(body(request));
    }

    private JsonObject json(HttpServerRequest request) {
        return new JsonObject()
                .put("type", "/problems/" + kind)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", request.path());
    }

    private String page() {
        return Page.of(
                title,
                "<main><h1>%s</h1><p class=lead>%s</p><p><a href=\"\">Try again</a></p></main>"
                        .formatted(Page.escaped(title), Page.escaped(detail)));
    }
}
