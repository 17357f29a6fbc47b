package groundswell.routing.decision;

import groundswell.routing.Decisions;
import groundswell.routing.Teams;
import groundswell.routing.http.Caller;
import groundswell.routing.http.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Why a ticket is where it is, and an agent's word that it belongs elsewhere. */
@Path("/api/routing/decisions/{ticketId}")
public class DecisionResource {
    /** Where to, and why: one of the codes. */
    public record Move(@NotNull String team, @NotNull MoveReason reason) {}

    private final DecisionQuery decisions;
    private final Decisions record;
    private final Teams teams;
    private final Caller caller;

    DecisionResource(DecisionQuery decisions, Decisions record, Teams teams, Caller caller) {
        this.decisions = decisions;
        this.record = record;
        this.teams = teams;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("**")
    @RunOnVirtualThread
    @Operation(summary = "The decision about a ticket, with everything that explains it")
    @APIResponse(responseCode = "404", description = "No such ticket is known here")
    public DecisionView decision(UUID ticketId) {
        return decisions.of(ticketId).orElseThrow(Refused::noSuchTicket);
    }

    @PUT
    @Path("/team")
    @RolesAllowed({"agent", "lead", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "Move a ticket to another team, with a reason",
            description = "Recorded at once; the ticket itself follows within moments.")
    @APIResponse(responseCode = "400", description = "No such team or reason")
    @APIResponse(responseCode = "404", description = "No such ticket is known here")
    public DecisionView move(UUID ticketId, @NotNull @Valid Move move) {
        if (teams.team(move.team()).isEmpty())
            throw Refused.field("team", "must be one of " + String.join(", ", teams.codes()));
        return record.move(ticketId, move.team(), move.reason().toString(), caller.cause())
                .flatMap(routed -> decisions.of(routed.ticketId()))
                .orElseThrow(Refused::noSuchTicket);
    }
}
