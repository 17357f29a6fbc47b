package groundswell.routing.triage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The lane where a person decides. */
@Path("/api/routing/triage")
public class TriageResource {
    private final TriageQuery triage;

    TriageResource(TriageQuery triage) {
        this.triage = triage;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "Tickets that wait for a person to say whose they are, oldest first")
    public TriageQuery.Page triage(
            @Nullable @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return triage.page(Cursor.of(after), limit);
    }
}
