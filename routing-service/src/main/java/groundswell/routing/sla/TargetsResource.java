package groundswell.routing.sla;

import groundswell.routing.PromisedTimes.PromisedTime;
import groundswell.routing.http.Refused;
import groundswell.routing.sla.TargetsQuery.Kept;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Promises, and whether they were kept. */
@Path("/api/routing/targets")
public class TargetsResource {
    private final TargetsQuery targets;

    TargetsResource(TargetsQuery targets) {
        this.targets = targets;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "Attainment: how many time targets were met, per kind, team and priority",
            description =
                    "Of those that were met or breached in the last days. A retracted breach counts as what it turned"
                            + " out to be; a cancelled target does not count.")
    public List<Kept> kept(@QueryParam("days") @DefaultValue("28") @Min(1) @Max(366) int days) {
        return targets.kept(Duration.ofDays(days));
    }

    @GET
    @Path("/{ticketId}")
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "What was promised for a ticket", description = "Nothing for an imported one.")
    @APIResponse(responseCode = "404", description = "No such ticket is known here")
    public List<PromisedTime> targets(UUID ticketId) {
        var found = targets.of(ticketId);
        if (found.isEmpty() && !targets.knows(ticketId)) throw Refused.noSuchTicket();
        return found;
    }
}
