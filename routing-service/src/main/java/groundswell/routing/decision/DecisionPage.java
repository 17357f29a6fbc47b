package groundswell.routing.decision;

import groundswell.routing.PromisedTimes;
import groundswell.routing.PromisedTimes.PromisedTime;
import groundswell.routing.Team;
import groundswell.routing.Teams;
import groundswell.routing.decision.DecisionResource.Move;
import groundswell.routing.http.Caller;
import groundswell.routing.http.Refresh;
import groundswell.routing.http.Refused;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** "Why here": the decision about one ticket, in plain words. */
@Path("/routing/decisions/{ticketId}")
@Produces(MediaType.TEXT_HTML)
public class DecisionPage {
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance decision(
                DecisionView d, List<PromisedTime> times, List<Team> teams, MoveReason[] reasons, boolean mayMove);

        static native TemplateInstance times(List<PromisedTime> times);
    }

    private final DecisionQuery decisions;
    private final DecisionResource api;
    private final PromisedTimes times;
    private final Teams teams;
    private final Caller caller;

    DecisionPage(DecisionQuery decisions, DecisionResource api, PromisedTimes times, Teams teams, Caller caller) {
        this.decisions = decisions;
        this.api = api;
        this.times = times;
        this.teams = teams;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("**")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance page(UUID ticketId) {
        var decision = decisions.of(ticketId).orElseThrow(Refused::noSuchTicket);
        return Templates.decision(decision, times.of(ticketId), teams.all(), MoveReason.values(), caller.mayMove());
    }

    /** The promised times alone, for a page that shows the ticket; 204 where nothing is promised. */
    @GET
    @Path("/times")
    @RolesAllowed("**")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public @Nullable TemplateInstance times(UUID ticketId) {
        var promised = times.of(ticketId);
        return promised.isEmpty() ? null : Templates.times(promised);
    }

    @PUT
    @Path("/team")
    @RolesAllowed({"agent", "lead", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response move(
            UUID ticketId, @NotNull @FormParam("team") String team, @NotNull @FormParam("reason") String reason) {
        var known = Arrays.stream(MoveReason.values())
                .filter(code -> code.toString().equals(reason))
                .findFirst()
                .orElseThrow(() -> Refused.field("reason", "is not one of the reasons"));
        api.move(ticketId, new Move(team, known));
        return Refresh.page();
    }
}
