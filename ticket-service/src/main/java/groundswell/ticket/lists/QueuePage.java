package groundswell.ticket.lists;

import groundswell.ticket.desk.Colleagues;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

/** The work of one team, or of all: what waits longest stands first, unless one asks for what presses most. */
@Path("/queues")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"agent", "lead", "ops", "product", "admin"})
public class QueuePage {
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance queue(QueuePageView q);
    }

    private final QueuePageViews views;
    private final Colleagues colleagues;
    private final JsonWebToken token;

    QueuePage(QueuePageViews views, Colleagues colleagues, JsonWebToken token) {
        this.views = views;
        this.colleagues = colleagues;
        this.token = token;
    }

    @GET
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response all(@BeanParam QueueLook look, @QueryParam("seen") @Nullable String seen) {
        return page(null, look, seen);
    }

    @GET
    @Path("{team}")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response ofTeam(
            @PathParam("team") String team, @BeanParam QueueLook look, @QueryParam("seen") @Nullable String seen) {
        return page(team, look, seen);
    }

    /** @param seen what the asking page shows; it is told nothing while that is still the newest */
    private Response page(@Nullable String team, QueueLook look, @Nullable String seen) {
        colleagues.meet(token);
        var view = views.of(team, look);
        return view.seen().equals(seen)
                ? Response.noContent().build()
                : Response.ok(Templates.queue(view)).build();
    }
}
