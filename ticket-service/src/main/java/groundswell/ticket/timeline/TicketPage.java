package groundswell.ticket.timeline;

import groundswell.ticket.desk.Colleagues;
import groundswell.ticket.desk.TicketNames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One ticket in the browser. It only shows: its forms send JSON to the API with the version the reader has seen, and
 * then fetch this page's parts anew.
 */
@Path("/tickets/{ticketId}")
public class TicketPage {
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ticket(TicketPageView t);
    }

    private static final String NEWS = "{\"toast\":\"Something new on this ticket\"}";

    private final TicketNames names;
    private final TicketPageViews views;
    private final Colleagues colleagues;
    private final JsonWebToken token;

    TicketPage(TicketNames names, TicketPageViews views, Colleagues colleagues, JsonWebToken token) {
        this.names = names;
        this.views = views;
        this.colleagues = colleagues;
        this.token = token;
    }

    /**
     * @param name its id, or the number that people call it: {@code /tickets/TKT-4821}
     * @param seen what the asking page shows; it is told nothing while that is still the newest
     */
    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
    @Operation(hidden = true)
    public Response page(@PathParam("ticketId") String name, @QueryParam("seen") @Nullable String seen) {
        var ticketId = names.idOf(name);
        if (seen != null && seen.equals(views.seen(ticketId))) {
            return Response.noContent().build();
        }
        colleagues.meet(token);
        var page = Response.ok(Templates.ticket(views.of(ticketId)));
        return seen == null ? page.build() : page.header("HX-Trigger", NEWS).build();
    }
}
