package groundswell.ticket.lifecycle;

import groundswell.ticket.EscalationReason;
import groundswell.ticket.TicketCommand.EscalateTicket;
import groundswell.ticket.TicketCommand.WithdrawEscalation;
import groundswell.ticket.desk.Desk;
import groundswell.ticket.desk.TicketView;
import groundswell.ticket.http.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/tickets/{id}/escalation}: support alone can't help, and why (row T9). */
@Path("/api/tickets/{ticketId}/escalation")
@RolesAllowed({"agent", "lead", "admin"})
@Tag(name = "Tickets")
public class EscalationResource {
    public record Escalation(@NotNull EscalationReason reason) {}

    private final Desk desk;
    private final Caller caller;
    private final Clock clock;

    EscalationResource(Desk desk, Caller caller, Clock clock) {
        this.desk = desk;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @RunOnVirtualThread
    @Operation(
            summary = "Say that support can’t resolve it",
            description =
                    "bug, missing_functionality or policy. It moves no status and counts in the product-gap list of"
                            + " insights-service; another reason takes the place of the first.")
    @APIResponse(
            responseCode = "200",
            description = "Said",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "409", description = "The ticket is closed")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public Response escalate(@PathParam("ticketId") UUID ticketId, @NotNull @Valid Escalation body) {
        return desk.change(new EscalateTicket(ticketId, body.reason(), caller.person(), clock.instant()), body);
    }

    @DELETE
    @RunOnVirtualThread
    @Operation(summary = "Take that back", description = "Where there is nothing to take back, nothing happens.")
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "409", description = "The ticket is closed")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public Response withdraw(@PathParam("ticketId") UUID ticketId) {
        return desk.change(new WithdrawEscalation(ticketId, caller.person(), clock.instant()), Map.of());
    }
}
