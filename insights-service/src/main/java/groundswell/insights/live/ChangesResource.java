package groundswell.insights.live;

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

/** {@code GET /insights/changes}: when to read the numbers again. */
@Path("/insights/changes")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class ChangesResource {
    private final ChangesFeed feed;

    ChangesResource(ChangesFeed feed) {
        this.feed = feed;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "When counts, or what was made of them, have changed",
            description =
                    "Server-sent events without data: changed, at most every five seconds, less often where many listen, and beat. What follows from"
                            + " counts, such as a surge, is told with another changed some fifteen seconds later.")
    public Multi<OutboundSseEvent> changes(@Context Sse sse) {
        return feed.events()
                .map(name -> sse.newEventBuilder().name(name).data("").build());
    }
}
