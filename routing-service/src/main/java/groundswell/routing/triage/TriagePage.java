package groundswell.routing.triage;

import groundswell.routing.Decisions;
import groundswell.routing.Team;
import groundswell.routing.Teams;
import groundswell.routing.http.Caller;
import groundswell.routing.http.Refused;
import groundswell.routing.triage.ReroutesQuery.Reroutes;
import groundswell.routing.triage.TriageQuery.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The triage lane as a page: one click gives a ticket to a team. */
@Path("/routing/triage")
@Produces(MediaType.TEXT_HTML)
public class TriagePage {
    private static final int SHOWN = 50;
    private static final Duration FOUR_WEEKS = Duration.ofDays(28);

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance triage(
                Page lane, List<Team> teams, boolean mayMove, UUID me, boolean more, Reroutes reroutes);

        static native TemplateInstance triage$rows(Page lane, List<Team> teams, boolean mayMove, UUID me, boolean more);
    }

    private final TriageQuery triage;
    private final ReroutesQuery reroutes;
    private final Decisions decisions;
    private final Teams teams;
    private final Caller caller;

    TriagePage(TriageQuery triage, ReroutesQuery reroutes, Decisions decisions, Teams teams, Caller caller) {
        this.triage = triage;
        this.reroutes = reroutes;
        this.decisions = decisions;
        this.teams = teams;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance page() {
        var lane = lane();
        return Templates.triage(
                lane, teams.all(), caller.mayMove(), caller.person(), lane.next() != null, reroutes.ofLast(FOUR_WEEKS));
    }

    @GET
    @Path("/lane")
    @RolesAllowed({"agent", "lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance rows() {
        var lane = lane();
        return Templates.triage$rows(lane, teams.all(), caller.mayMove(), caller.person(), lane.next() != null);
    }

    @PUT
    @Path("/{ticketId}/team")
    @RolesAllowed({"agent", "lead", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response give(UUID ticketId, @NotNull @FormParam("team") String team) {
        var known = teams.team(team).orElseThrow(() -> Refused.field("team", "is not one of the teams"));
        return decisions
                .move(ticketId, team, "triaged", caller.cause())
                .map(_ -> Response.ok(rows().render())
                        .header("HX-Trigger", "{\"toast\":\"Given to " + known.name() + "\"}")
                        .build())
                .orElseThrow(Refused::noSuchTicket);
    }

    private Page lane() {
        return triage.page(Cursor.START, SHOWN);
    }
}
