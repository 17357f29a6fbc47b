package groundswell.routing.queue;

import groundswell.routing.Decisions;
import groundswell.routing.PeopleNames;
import groundswell.routing.Roster.Place;
import groundswell.routing.RosterInForce;
import groundswell.routing.Team;
import groundswell.routing.TeamEvent.QueueChanged;
import groundswell.routing.Teams;
import groundswell.routing.http.Caller;
import groundswell.routing.http.Refused;
import groundswell.routing.queue.QueueRows.Whose;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** A team's tickets by the time that is left, and how the team stands, live. */
@Path("/routing/queues")
@Produces(MediaType.TEXT_HTML)
public class QueuesPage {
    private static final int SHOWN = 50;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance queue(Model m, HealthView view, Rows rows);

        static native TemplateInstance queue$health(HealthView view);

        static native TemplateInstance queue$people(HealthView view);

        static native TemplateInstance queue$rows(Rows rows);
    }

    /** @param waiting how many have nobody */
    public record Tab(Team team, boolean here, int waiting) {}

    /** @param rows of {@code whose}: all, waiting or mine */
    public record Rows(QueueRows.Page rows, Team team, String whose, List<Team> others, UUID me, boolean mayMove) {}

    public record Model(List<Tab> tabs, Team team) {}

    private final QueueHealth health;
    private final QueueRows rows;
    private final QueueFeed feed;
    private final Decisions decisions;
    private final RosterInForce roster;
    private final PeopleNames names;
    private final Teams teams;
    private final Caller caller;

    QueuesPage(
            QueueHealth health,
            QueueRows rows,
            QueueFeed feed,
            Decisions decisions,
            RosterInForce roster,
            PeopleNames names,
            Teams teams,
            Caller caller) {
        this.health = health;
        this.rows = rows;
        this.feed = feed;
        this.decisions = decisions;
        this.roster = roster;
        this.names = names;
        this.teams = teams;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response own() {
        var team = roster.now()
                .of(caller.person())
                .map(Place::team)
                .orElseGet(() -> teams.codes().getFirst());
        return Response.seeOther(URI.create("/routing/queues/" + team)).build();
    }

    @GET
    @Path("/{team}")
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance page(String team, @QueryParam("whose") @DefaultValue("all") String whose) {
        caller.introduce(names);
        var here = known(team);
        var queues = health.now();
        var tabs = teams.all().stream()
                .map(one -> new Tab(one, one.equals(here), of(queues, one).waiting()))
                .toList();
        return Templates.queue(
                new Model(tabs, here), HealthView.of(of(queues, here), names.known()), rows(here, whose));
    }

    @GET
    @Path("/{team}/rows")
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance list(String team, @QueryParam("whose") @DefaultValue("all") String whose) {
        return Templates.queue$rows(rows(known(team), whose));
    }

    @PUT
    @Path("/{team}/tickets/{ticketId}/team")
    @RolesAllowed({"agent", "lead", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response move(
            String team,
            UUID ticketId,
            @QueryParam("whose") @DefaultValue("all") String whose,
            @NotNull @FormParam("to") String to) {
        var here = known(team);
        var other = teams.team(to).orElseThrow(() -> Refused.field("to", "is not one of the teams"));
        return decisions
                .move(ticketId, other.code(), "wrong_team", caller.cause())
                .map(_ -> Response.ok(Templates.queue$rows(rows(here, whose)).render())
                        .header("HX-Trigger", "{\"toast\":\"Moved to " + other.name() + "; routing learns from it\"}")
                        .build())
                .orElseThrow(Refused::noSuchTicket);
    }

    @GET
    @Path("/{team}/stream")
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "A queue, live",
            description =
                    "Server-sent events: health and people (HTML), rows (a mark that differs where the list does) when"
                            + " they have changed, at most once a second, and beat.")
    public Multi<OutboundSseEvent> stream(String team, @Context Sse sse) {
        return feed.events(
                known(team).code(),
                (name, data) -> sse.newEventBuilder().name(name).data(data).build());
    }

    private Rows rows(Team team, String whose) {
        Whose chosen = QueuesResource.whose(whose);
        var others = teams.all().stream().filter(one -> !one.equals(team)).toList();
        var page = rows.page(team.code(), chosen, caller.person(), QueueCursor.START, SHOWN);
        return new Rows(page, team, whose, others, caller.person(), caller.mayMove());
    }

    private static QueueChanged of(List<QueueChanged> queues, Team team) {
        return queues.stream()
                .filter(queue -> queue.team().equals(team.code()))
                .findFirst()
                .orElseThrow();
    }

    private Team known(String team) {
        return teams.team(team).orElseThrow(Refused::noSuchTeam);
    }
}
