package groundswell.ticket.merging;

import groundswell.ticket.TicketCommand.UnmergeTicket;
import groundswell.ticket.desk.Desk;
import groundswell.ticket.desk.TicketJournal;
import groundswell.ticket.desk.TicketNames;
import groundswell.ticket.desk.TicketView;
import groundswell.ticket.desk.TicketViews;
import groundswell.ticket.http.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** {@code /api/tickets/{id}/merge}: which ticket goes on in this one's place. */
@Path("/api/tickets/{ticketId}/merge")
@RolesAllowed({"agent", "lead", "admin"})
@Tag(name = "Tickets")
public class MergeResource {
    public record Merge(
            @NotBlank @Size(max = 64) @Schema(description = TicketNames.DESCRIPTION, examples = "TKT-4821")
            String into) {}

    private final Merges merges;
    private final TicketJournal tickets;
    private final TicketViews views;
    private final Desk desk;
    private final Caller caller;
    private final Clock clock;

    MergeResource(Merges merges, TicketJournal tickets, TicketViews views, Desk desk, Caller caller, Clock clock) {
        this.merges = merges;
        this.tickets = tickets;
        this.views = views;
        this.desk = desk;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @RunOnVirtualThread
    @Operation(
            summary = "Merge a ticket into another one of the same requester",
            description =
                    "The other one goes on for both; this one keeps its status, rests, and counts nowhere. What its customer writes to"
                            + " it stands on the other one. There are no chains: neither was merged before, and nothing was"
                            + " merged into this one.")
    @APIResponse(
            responseCode = "200",
            description = "Merged",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "400", description = "There is no such other ticket")
    @APIResponse(responseCode = "409", description = "The rules do not allow it; the problem's type says why")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public Response merge(@PathParam("ticketId") UUID ticketId, @NotNull @Valid Merge body) {
        return views.answer(200, tickets.after(merges.merge(ticketId, body))).build();
    }

    @DELETE
    @RunOnVirtualThread
    @Operation(
            summary = "Undo that",
            description =
                    "It is a ticket of its own again, with the status it had, and counts as if it had always been. What was"
                            + " written meanwhile stays where it is. Where nothing was merged, nothing happens.")
    @APIResponse(
            responseCode = "200",
            description = "Undone",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public Response undo(@PathParam("ticketId") UUID ticketId) {
        return desk.change(new UnmergeTicket(ticketId, caller.person(), clock.instant()), Map.of());
    }
}
