package groundswell.ticket.lifecycle;

import groundswell.ticket.ClosedHow;
import groundswell.ticket.ResolutionCode;
import groundswell.ticket.TicketCommand.CloseTicket;
import groundswell.ticket.TicketCommand.PauseTicket;
import groundswell.ticket.TicketCommand.ResolveTicket;
import groundswell.ticket.TicketCommand.ResumeTicket;
import groundswell.ticket.TicketCommand.StartTicket;
import groundswell.ticket.TicketStatus;
import groundswell.ticket.desk.Desk;
import groundswell.ticket.desk.TicketView;
import groundswell.ticket.http.Caller;
import groundswell.ticket.http.Line;
import groundswell.ticket.http.Refused;
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

/** A ticket's way through its life. */
@Path("/api/tickets/{ticketId}")
@Tag(name = "Tickets")
public class LifecycleResource {
    public record NewStatus(
            @NotNull @Schema(enumeration = {"open", "in_progress", "pending"})
            TicketStatus status) {}

    @Schema(
            name = "Resolution",
            description = "productArea and issueType may be left out where the ticket has them already")
    public record Resolution(
            @NotNull ResolutionCode code,
            @Nullable @Size(min = 1, max = 120) @Line String productArea,
            @Nullable @Size(min = 1, max = 120) @Line String issueType) {}

    public record Closure(
            @NotNull @Schema(enumeration = {"confirmed", "agent"})
            ClosedHow how) {}

    private final Desk desk;
    private final Caller caller;
    private final Clock clock;

    LifecycleResource(Desk desk, Caller caller, Clock clock) {
        this.desk = desk;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Path("status")
    @RunOnVirtualThread
    @RolesAllowed({"agent", "lead", "admin"})
    @Operation(
            summary = "Start, pause or reopen a ticket",
            description =
                    "in_progress: you work on it; pending: it waits for the customer; open: back from pending, or reopened from resolved.")
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The ticket's status does not allow it; the problem's type says why")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    public Response move(@PathParam("ticketId") UUID ticketId, @NotNull @Valid NewStatus body) {
        var at = clock.instant();
        return desk.change(
                switch (body.status()) {
                    case IN_PROGRESS -> new StartTicket(ticketId, caller.person(), at);
                    case PENDING -> new PauseTicket(ticketId, at);
                    case OPEN -> new ResumeTicket(ticketId, at);
                    case RESOLVED -> throw Refused.field("status", "is reached by PUT …/resolution");
                    case CLOSED -> throw Refused.field("status", "is reached by PUT …/closure");
                    case UNOPENED -> throw Refused.field("status", "must be one of open, in_progress, pending");
                },
                body);
    }

    @PUT
    @Path("resolution")
    @RunOnVirtualThread
    @RolesAllowed({"agent", "lead", "admin"})
    @Operation(
            summary = "Resolve a ticket",
            description = "Needs If-Match: what was said since you looked must not be overlooked.")
    @APIResponse(
            responseCode = "200",
            description = "Resolved",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "409", description = "The ticket's status does not allow it, or it is not categorised")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response resolve(@PathParam("ticketId") UUID ticketId, @NotNull @Valid Resolution body) {
        return desk.changeSeen(
                new ResolveTicket(
                        ticketId, body.code(), body.productArea(), body.issueType(), caller.person(), clock.instant()),
                body);
    }

    @PUT
    @Path("closure")
    @RunOnVirtualThread
    @RolesAllowed({"agent", "lead", "admin", "integrator"})
    @Operation(
            summary = "Close a resolved ticket",
            description =
                    "confirmed: the customer said that it works; agent: you decide so. Needs If-Match. Quiet tickets close by themselves.")
    @APIResponse(
            responseCode = "200",
            description = "Closed for good",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "409", description = "Only a resolved ticket is closed")
    @APIResponse(responseCode = "412", description = "The ticket has changed since If-Match")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response close(@PathParam("ticketId") UUID ticketId, @NotNull @Valid Closure body) {
        if (body.how() == ClosedHow.QUIET) {
            throw Refused.field("how", "must be one of confirmed, agent; quiet tickets close by themselves");
        }
        return desk.changeSeen(new CloseTicket(ticketId, body.how(), clock.instant()), body);
    }
}
