package groundswell.ticket.assignment;

import groundswell.ticket.TicketCommand.AssignTicket;
import groundswell.ticket.desk.Desk;
import groundswell.ticket.desk.TicketView;
import groundswell.ticket.http.Code;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.*;
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who has a ticket. */
@Path("/api/tickets/{ticketId}/assignee")
@Tag(name = "Tickets")
public class AssigneeResource {
    @Schema(
            name = "Assignee",
            description =
                    "A team, a person, or both. Without a team the team stays; without a person the ticket waits in its team's queue.")
    public record Assignee(
            @Nullable @Code String team,
            @Nullable UUID agentId,
            @Nullable @Code String reason) {
        @AssertTrue(message = "team or agentId must be given")
        @Schema(hidden = true)
        public boolean isSomebody() {
            return team != null || agentId != null;
        }
    }

    private final Desk desk;
    private final Clock clock;

    AssigneeResource(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @PUT
    @RunOnVirtualThread
    @RolesAllowed({"agent", "lead", "admin"})
    @Operation(summary = "Give a ticket to a team or a person")
    @APIResponse(
            responseCode = "200",
            description = "Assigned; ETag holds the new version",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "409", description = "The ticket's state does not allow it")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public Response assign(@PathParam("ticketId") UUID ticketId, @NotNull @Valid Assignee body) {
        return desk.change(
                new AssignTicket(ticketId, body.team(), body.agentId(), null, body.reason(), clock.instant()), body);
    }
}
