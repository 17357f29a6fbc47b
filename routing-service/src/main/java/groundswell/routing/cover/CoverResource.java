package groundswell.routing.cover;

import groundswell.routing.Teams;
import groundswell.routing.http.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** When tickets arrive, and who is at work then. */
@Path("/api/routing/cover")
public class CoverResource {
    static final String WEEKS = "4";

    private final CoverQuery cover;
    private final Teams teams;

    CoverResource(CoverQuery cover, Teams teams) {
        this.cover = cover;
        this.teams = teams;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "Arrivals by hour of the week against people at work",
            description = "Averages over whole weeks up to the present hour, by the wall clock of a time zone.")
    public CoverView cover(
            @QueryParam("weeks") @DefaultValue(WEEKS) @Min(1) @Max(26) int weeks,
            @QueryParam("zone") @DefaultValue("UTC") String zone,
            @QueryParam("team") @Nullable String team) {
        if (team != null && teams.team(team).isEmpty())
            throw Refused.field("team", "must be one of " + String.join(", ", teams.codes()));
        if (!ZoneId.getAvailableZoneIds().contains(zone))
            throw Refused.field("zone", "must be an IANA name such as Europe/Berlin");
        return CoverView.of(cover.heatMap(weeks, ZoneId.of(zone), team), team);
    }
}
