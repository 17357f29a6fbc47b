package groundswell.routing.team;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The teams that tickets are routed to. */
@Path("/api/teams")
public class TeamsResource {
    /** @param members how many people belong to it */
    public record TeamView(String code, String name, String description, int members) {}

    private final Membership membership;

    TeamsResource(Membership membership) {
        this.membership = membership;
    }

    @GET
    @RolesAllowed("**")
    @RunOnVirtualThread
    @Operation(summary = "The teams")
    public List<TeamView> teams() {
        var roster = membership.roster();
        return TeamRow.inOrder().stream()
                .map(team -> new TeamView(
                        team.code(),
                        team.name(),
                        team.description(),
                        roster.members(team.code()).size()))
                .toList();
    }
}
