package groundswell.insights.operations;

import groundswell.insights.Calendar;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** {@code /operations}: what is going on, for those who run support. First paint and live updates share their templates. */
@Path("/operations")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class OperationsPage {
    @CheckedTemplate(basePath = "operations")
    static class Templates {
        static native TemplateInstance page(Board board, String zone);

        static native TemplateInstance page$figures(Board board);

        static native TemplateInstance page$surges(Board board);

        static native TemplateInstance page$insight(Board board);

        static native TemplateInstance page$topfive(Board board);

        static native TemplateInstance page$queues(Board board);
    }

    private final OperationsBoard boards;
    private final OperationsFeed feed;
    private final Calendar calendar;

    OperationsPage(OperationsBoard boards, OperationsFeed feed, Calendar calendar) {
        this.boards = boards;
        this.feed = feed;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page() {
        return Templates.page(boards.now(), calendar.zone().getId());
    }

    @GET
    @Path("velocity")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Board.Velocity velocity() {
        return boards.now().velocity();
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "The Operations page, live",
            description =
                    "Server-sent events: figures, surges, insight, topfive, queues (HTML), velocity (JSON) when they have"
                            + " changed, at most once a second, and beat.")
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        return feed.events(
                (name, data) -> sse.newEventBuilder().name(name).data(data).build());
    }
}
