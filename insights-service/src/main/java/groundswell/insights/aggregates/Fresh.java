package groundswell.insights.aggregates;

import groundswell.insights.Comparison;
import groundswell.insights.Progress;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Answers stay true until something was heard or the window has moved: a program that asks again mostly gets a 304. */
final class Fresh {
    private static final CacheControl PRIVATE = new CacheControl();

    static {
        PRIVATE.setPrivate(true);
        PRIVATE.setNoCache(true); // keep it, but ask whether it still holds
        PRIVATE.setNoTransform(false);
    }

    /** What was asked for, or 304 where the asker has it already: then it is not even counted. */
    static Response answer(Request request, Progress progress, Comparison comparison, Supplier<?> answer) {
        var tag = tag(progress, comparison);
        var unchanged = request.evaluatePreconditions(tag);
        return unchanged == null
                ? Response.ok(answer.get())
                        .tag(tag)
                        .cacheControl(PRIVATE)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .build()
                : unchanged.build();
    }

    private static EntityTag tag(Progress progress, Comparison comparison) {
        var edges = Long.toString(comparison.span().to().getEpochSecond(), 36) + "."
                + Long.toString(comparison.span().length().toSeconds(), 36);
        return new EntityTag(Long.toString(progress.heard(), 36) + "." + edges, true);
    }

    private Fresh() {}
}
