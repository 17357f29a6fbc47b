package groundswell.ticket.rating;

import static groundswell.ticket.TicketRefused.Reason.MERGED;
import static groundswell.ticket.TicketRefused.Reason.NOT_RESOLVED;
import static groundswell.ticket.TicketRefused.Reason.RATING_EXPIRED;

import groundswell.ticket.TicketRefused;
import groundswell.ticket.desk.TicketJournal;
import groundswell.ticket.desk.TicketNames;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The link that a customer rates a resolution by, for whoever writes to customers: what mails them, or a lead. Agents do
 * not get it: who is rated does not hold the ballot.
 */
@Path("/api/tickets/{ticketId}/rating-link")
@Tag(name = "Tickets")
public class RatingLinkResource {
    @Schema(name = "RatingLink")
    public record View(
            @Schema(
                    description =
                            "From the root of this address. Whoever has it rates: send it to the customer and keep"
                                    + " no copy. With ?score=1 to 5 that score is chosen when the page opens, and sent by the"
                                    + " customer",
                    examples = "/rate/j05Y8s7qRn-g5g0bLD1OXwAAAAB…")
            String link,

            Instant validUntil) {}

    private final TicketNames names;
    private final TicketJournal tickets;
    private final RatingLinks links;
    private final Clock clock;

    RatingLinkResource(TicketNames names, TicketJournal tickets, RatingLinks links, Clock clock) {
        this.names = names;
        this.tickets = tickets;
        this.links = links;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed({"integrator", "lead", "admin"})
    @Operation(
            summary = "The link by which the customer rates the resolution",
            description = "The same one each time, valid for 30 days from the resolution. It ends when the ticket is"
                    + " reopened; the next resolution has another.")
    @APIResponse(
            responseCode = "200",
            description = "Not to be kept by caches",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "404", description = "There is no such ticket")
    @APIResponse(responseCode = "409", description = "It is not resolved, or has been for over 30 days")
    public Response link(
            @Parameter(description = TicketNames.DESCRIPTION, example = "TKT-4821") @PathParam("ticketId")
                    String name) {
        var ticketId = names.idOf(name);
        var ticket = tickets.head(ticketId).state();
        var merge = ticket.merge();
        if (merge != null) {
            throw new TicketRefused(MERGED, merge.into());
        }
        var resolution = ticket.resolution();
        if (resolution == null) {
            throw new TicketRefused(NOT_RESOLVED);
        }
        if (!resolution.rateableAt(clock.instant())) {
            throw new TicketRefused(RATING_EXPIRED);
        }
        var noStore = new CacheControl();
        noStore.setNoStore(true);
        return Response.ok(
                        new View(links.pathTo(new Rateable(ticketId, ticket.reopenings())), resolution.rateableUntil()))
                .cacheControl(noStore)
                .build();
    }
}
