package groundswell.insights.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Only a help centre's day is large: any other body holds at most 64 KiB. */
@Singleton
public class SizeLimit {
    static final long MOST_BYTES = 64 << 10;

    private static final String LARGE = "/api/help-centre/";

    /** Under which Quarkus keeps {@code quarkus.http.limits.max-body-size} for those who read a body of no announced size. */
    private static final String MOST = "io.quarkus.max-request-size";

    /** Right after Quarkus' own limit, before anybody reads. */
    private static final int PRIORITY = 1;

    private static final String PROBLEM = """
            {"type": "/problems/too-large", "title": "The body is too large", "status": 413,\
             "detail": "Send at most 64 KiB; only a help centre's day may be larger."}""";

    void register(@Observes Filters filters) {
        filters.register(SizeLimit::limit, PRIORITY);
    }

    private static void limit(RoutingContext context) {
        if (context.normalizedPath().startsWith(LARGE)) {
            context.next();
        } else if (announced(context) > MOST_BYTES) {
            context.request().resume(); // what is read and thrown away is no more than the limit of all
            context.response()
                    .setStatusCode(413)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end(PROBLEM);
        } else {
            context.put(MOST, MOST_BYTES);
            context.next();
        }
    }

    /** Quarkus has refused what is no number. */
    private static long announced(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
