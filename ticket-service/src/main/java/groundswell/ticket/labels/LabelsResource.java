package groundswell.ticket.labels;

import groundswell.ticket.Priority;
import groundswell.ticket.TicketCommand.CategoriseTicket;
import groundswell.ticket.TicketCommand.PrioritiseTicket;
import groundswell.ticket.TicketCommand.TagTicket;
import groundswell.ticket.desk.Desk;
import groundswell.ticket.desk.TicketView;
import groundswell.ticket.http.Line;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.*;
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much a ticket presses, and what it is about. */
@Path("/api/tickets/{ticketId}")
@Tag(name = "Tickets")
public class LabelsResource {
    public record NewPriority(@NotNull Priority priority) {}

    @Schema(name = "Tags", description = "All tags the ticket shall have")
    public record Tags(@NotNull @Size(max = 50) List<@groundswell.ticket.http.Tag String> tags) {}

    public record Category(
            @NotBlank @Size(max = 120) @Line String productArea,
            @NotBlank @Size(max = 120) @Line String issueType) {}

    private final Desk desk;
    private final Clock clock;

    LabelsResource(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @PUT
    @Path("priority")
    @RunOnVirtualThread
    @RolesAllowed({"agent", "lead", "admin"})
    @Operation(summary = "Set the priority")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public Response prioritise(@PathParam("ticketId") UUID ticketId, @NotNull @Valid NewPriority body) {
        return desk.change(new PrioritiseTicket(ticketId, body.priority(), clock.instant()), body);
    }

    @PUT
    @Path("tags")
    @RunOnVirtualThread
    @RolesAllowed({"agent", "lead", "admin"})
    @Operation(summary = "Set the tags", description = "What is not in the list is taken off.")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public Response tag(@PathParam("ticketId") UUID ticketId, @NotNull @Valid Tags body) {
        var superfluous = new TreeSet<>(desk.head(ticketId).state().tags());
        superfluous.removeAll(body.tags());
        return desk.change(new TagTicket(ticketId, body.tags(), List.copyOf(superfluous), clock.instant()), body);
    }

    @PUT
    @Path("category")
    @RunOnVirtualThread
    @RolesAllowed({"agent", "lead", "admin"})
    @Operation(summary = "Say what the ticket is about")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public Response categorise(@PathParam("ticketId") UUID ticketId, @NotNull @Valid Category body) {
        return desk.change(new CategoriseTicket(ticketId, body.productArea(), body.issueType(), clock.instant()), body);
    }
}
