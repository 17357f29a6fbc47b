package groundswell.routing.queue;

import groundswell.routing.TeamEvent.QueueChanged;
import groundswell.routing.Teams;
import groundswell.routing.http.Caller;
import groundswell.routing.http.Refused;
import groundswell.routing.queue.QueueRows.Whose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The teams' queues. */
@Path("/api/routing/queues")
public class QueuesResource {
    private final QueueHealth health;
    private final QueueRows rows;
    private final Teams teams;
    private final Caller caller;

    QueuesResource(QueueHealth health, QueueRows rows, Teams teams, Caller caller) {
        this.health = health;
        this.rows = rows;
        this.teams = teams;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "How the queues stand: each team's, and of tickets without one under triage",
            description = "The same as queue-changed on routing.events.v1, as it is now.")
    public List<QueueChanged> queues() {
        return health.now();
    }

    @GET
    @Path("/{team}")
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "A team's open tickets, those with the least time left first",
            description = "whose: all, waiting (with nobody) or mine.")
    @APIResponse(responseCode = "404", description = "No such team")
    public QueueRows.Page queue(
            String team,
            @QueryParam("whose") @DefaultValue("all") String whose,
            @Nullable @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        if (teams.team(team).isEmpty()) throw Refused.noSuchTeam();
        return rows.page(team, whose(whose), caller.person(), QueueCursor.of(after), limit);
    }

    static Whose whose(String word) {
        return switch (word) {
            case "all" -> Whose.ALL;
            case "waiting" -> Whose.WAITING;
            case "mine" -> Whose.MINE;
            default -> throw Refused.field("whose", "must be all, waiting or mine");
        };
    }
}
