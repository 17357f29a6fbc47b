package groundswell.ticket.timeline;

import groundswell.ticket.desk.TicketJournal;
import groundswell.ticket.desk.TicketNames;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened to a ticket. */
@Path("/api/tickets/{ticketId}/timeline")
@Tag(name = "Tickets")
public class TimelineResource {
    private final TicketJournal tickets;
    private final TicketNames names;
    private final Timelines timelines;

    TimelineResource(TicketJournal tickets, TicketNames names, Timelines timelines) {
        this.tickets = tickets;
        this.names = names;
        this.timelines = timelines;
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed({"integrator", "agent", "lead", "ops", "product", "pr", "legal", "admin"})
    @Operation(
            summary = "Everything that happened, in order",
            description =
                    "With who and when, and the minutes to the first assignment, first reply and resolution. pr and"
                            + " legal see it without the words.")
    @APIResponse(
            responseCode = "200",
            description = "From the events themselves; ETag is the ticket's version",
            content = @Content(schema = @Schema(implementation = TimelineView.class)))
    @APIResponse(responseCode = "404", description = "There is no such ticket")
    public Response timeline(
            @Parameter(description = TicketNames.DESCRIPTION, example = "TKT-4821") @PathParam("ticketId")
                    String name) {
        var ticketId = names.idOf(name);
        var life = tickets.read(ticketId);
        return Response.ok(timelines.of(ticketId, life))
                .tag(Long.toString(life.getLast().version()))
                .build();
    }
}
