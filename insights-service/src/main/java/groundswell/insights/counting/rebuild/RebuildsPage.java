package groundswell.insights.counting.rebuild;

import groundswell.insights.Wording;
import groundswell.insights.http.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /insights/rebuilds}: count everything again, and watch. */
@Path("/insights/rebuilds")
@RolesAllowed({"ops", "admin"})
public class RebuildsPage {
    private static final int LISTED = 20;

    record Running(UUID id, long percent, String events, String ofEvents, Instant since) {}

    record Ended(String state, String tone, String message, Instant at, String took) {}

    record View(@Nullable Running running, List<Ended> ended) {}

    @CheckedTemplate(basePath = "rebuilds")
    static class Templates {
        static native TemplateInstance page(View v);

        static native TemplateInstance page$now(View v);

        static native TemplateInstance page$progress(View v);
    }

    private final Rebuilds rebuilds;
    private final Caller caller;

    RebuildsPage(Rebuilds rebuilds, Caller caller) {
        this.rebuilds = rebuilds;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page() {
        return Templates.page(view());
    }

    @GET
    @Path("now")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response now() {
        var view = view();
        // once it has ended the whole page is another
        return view.running == null
                ? Response.ok("").header("HX-Refresh", "true").build()
                : Response.ok(Templates.page$progress(view).render()).build();
    }

    @POST
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance want() {
        rebuilds.want(caller.actor());
        return Templates.page$now(view());
    }

    @POST
    @Path("{id}/cancel")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance cancel(@PathParam("id") UUID id) {
        rebuilds.cancel(id);
        return Templates.page$now(view());
    }

    private View view() {
        var rows = rebuilds.newest(LISTED);
        return new View(
                rows.stream()
                        .filter(row -> row.state.equals(RebuildRow.RUNNING))
                        .findFirst()
                        .map(RebuildsPage::running)
                        .orElse(null),
                rows.stream()
                        .filter(row -> row.endedAt != null)
                        .map(RebuildsPage::ended)
                        .toList());
    }

    private static Running running(RebuildRow row) {
        return new Running(
                row.id,
                row.ofEvents == 0 ? 0 : Math.min(100, row.events * 100 / row.ofEvents),
                Wording.number(row.events),
                Wording.number(row.ofEvents),
                row.wantedAt);
    }

    private static Ended ended(RebuildRow row) {
        var at = row.endedAt == null ? row.wantedAt : row.endedAt;
        var seconds = Duration.between(row.wantedAt, at).toSeconds();
        return new Ended(
                switch (row.state) {
                    case RebuildRow.DONE -> "Done";
                    case RebuildRow.FAILED -> "Failed";
                    default -> "Cancelled";
                },
                switch (row.state) {
                    case RebuildRow.DONE -> "ok";
                    case RebuildRow.FAILED -> "bad";
                    default -> "";
                },
                row.message == null ? "" : row.message,
                at,
                seconds < 120 ? seconds + " seconds" : seconds / 60 + " minutes");
    }
}
