package groundswell.ticket.lists;

import groundswell.ticket.desk.TicketJournal;
import groundswell.ticket.desk.TicketNames;
import groundswell.ticket.desk.TicketView;
import groundswell.ticket.desk.TicketViews;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads one ticket, or a page of many. */
@Path("/api/tickets")
@Tag(name = "Tickets")
public class TicketResource {
    private final TicketJournal tickets;
    private final TicketNames names;
    private final TicketViews views;
    private final TicketLists lists;

    TicketResource(TicketJournal tickets, TicketNames names, TicketViews views, TicketLists lists) {
        this.tickets = tickets;
        this.names = names;
        this.views = views;
        this.lists = lists;
    }

    @GET
    @Path("{ticketId}")
    @RunOnVirtualThread
    @RolesAllowed({"integrator", "agent", "lead", "ops", "product", "pr", "legal", "admin"})
    @Operation(summary = "Read a ticket", description = "pr and legal see it without subject and requester.")
    @APIResponse(
            responseCode = "200",
            description = "ETag is its version, for If-Match; Content-Location is its address by id, for changes",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "404", description = "There is no such ticket")
    public Response ticket(
            @Parameter(description = TicketNames.DESCRIPTION, example = "TKT-4821") @PathParam("ticketId")
                    String name) {
        var ticketId = names.idOf(name);
        return views.answer(200, tickets.head(ticketId))
                .contentLocation(URI.create("/api/tickets/" + ticketId))
                .build();
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed({"integrator", "agent", "lead", "ops", "product", "pr", "legal", "admin"})
    @Operation(
            summary = "List tickets",
            description =
                    "Never behind: a ticket stands in it as soon as its 201 was sent. Walk on with after=next until"
                            + " next is absent; the cursor stays right while tickets are written.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = TicketPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not acceptable; errors says which and why")
    public TicketPage list(@BeanParam ListParameters parameters) {
        return lists.page(parameters.query());
    }
}
