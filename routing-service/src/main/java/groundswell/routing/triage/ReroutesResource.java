package groundswell.routing.triage;

import groundswell.routing.triage.ReroutesQuery.Reroutes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Which rules and themes people correct. */
@Path("/api/routing/reroutes")
public class ReroutesResource {
    private final ReroutesQuery reroutes;

    ReroutesResource(ReroutesQuery reroutes) {
        this.reroutes = reroutes;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary =
                    "How often people moved what routing had sent to a team, per rule, per theme and per pair of teams",
            description =
                    "Of the tickets sent within the last days. Moved is what a person has given to another team, or"
                            + " back to triage, and is there now.")
    public Reroutes reroutes(@QueryParam("days") @DefaultValue("28") @Min(1) @Max(366) int days) {
        return reroutes.ofLast(Duration.ofDays(days));
    }
}
