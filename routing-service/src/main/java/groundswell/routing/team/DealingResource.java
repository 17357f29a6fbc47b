package groundswell.routing.team;

import groundswell.routing.DealingRules;
import groundswell.routing.DealingRules.Mode;
import groundswell.routing.Teams;
import groundswell.routing.http.Caller;
import groundswell.routing.http.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** How a team's tickets come to its people. */
@Path("/api/teams/{team}/dealing")
public class DealingResource {
    /**
     * @param relaxAfterMinutes a ticket that asks for skills waits so long for somebody who has them
     * @param returnAfterMinutes an absent person's tickets return to the queue after so much of their working time
     */
    public record Wish(
            @NotNull Mode mode,
            @NotNull @Min(0) @Max(10_080) Integer relaxAfterMinutes,
            @NotNull @Min(1) @Max(10_080) Integer returnAfterMinutes) {}

    private final Membership membership;
    private final Teams teams;
    private final Caller caller;

    DealingResource(Membership membership, Teams teams, Caller caller) {
        this.membership = membership;
        this.teams = teams;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "How a team's tickets come to its people")
    @APIResponse(responseCode = "404", description = "No such team")
    public DealingRules dealing(String team) {
        var known = teams.team(team).orElseThrow(Refused::noSuchTeam);
        return membership.dealing().getOrDefault(known.code(), DealingRules.USUAL);
    }

    @PUT
    @RolesAllowed({"lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "Deal out a team's tickets in another way",
            description =
                    "manual: people take them; round_robin: one after the other; balanced: whoever has the fewest.")
    @APIResponse(responseCode = "404", description = "No such team")
    public DealingRules change(String team, @NotNull @Valid Wish wish) {
        var known = teams.team(team).orElseThrow(Refused::noSuchTeam);
        var rules = new DealingRules(wish.mode(), wish.relaxAfterMinutes(), wish.returnAfterMinutes());
        membership.deal(known, rules, caller.cause());
        return rules;
    }
}
