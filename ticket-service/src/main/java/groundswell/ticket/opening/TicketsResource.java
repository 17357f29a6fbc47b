package groundswell.ticket.opening;

import groundswell.ticket.desk.Desk;
import groundswell.ticket.desk.Intake;
import groundswell.ticket.desk.NewTicket;
import groundswell.ticket.desk.TicketView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Opens tickets, once each however often they are posted. */
@Path("/api/tickets")
@Tag(name = "Tickets")
public class TicketsResource {
    private final Intake intake;
    private final Desk desk;

    TicketsResource(Intake intake, Desk desk) {
        this.intake = intake;
        this.desk = desk;
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed({"integrator", "agent", "lead", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Open a ticket",
            description =
                    "Safe to retry: with an Idempotency-Key the same body gets the same answer, and a pair of source"
                            + " and externalId is one ticket for ever.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                            maxLength = 255))
    @APIResponse(
            responseCode = "201",
            description = "Opened; Location and ETag say where and at which version",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(
            responseCode = "200",
            description = "There is a ticket of this source and externalId",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The first copy of this request is still under way; see Retry-After")
    @APIResponse(responseCode = "413", description = "Over 1 MiB")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another body")
    public Response open(@NotNull @Valid NewTicket ticket) {
        return desk.open(intake.now(ticket), ticket, Intake.keysOf(ticket));
    }
}
