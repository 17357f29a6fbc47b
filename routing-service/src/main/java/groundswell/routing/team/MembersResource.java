package groundswell.routing.team;

import groundswell.routing.Roster.Place;
import groundswell.routing.RoutingEvent.Member;
import groundswell.routing.Teams;
import groundswell.routing.WeeklyShift;
import groundswell.routing.http.Caller;
import groundswell.routing.http.Refused;
import groundswell.routing.http.ShiftInput;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Who belongs to a team. A person belongs to exactly one: whoever is put into another team has left the first. */
@Path("/api/teams/{team}/members")
public class MembersResource {
    private static final String UNTIL_TOLD = "UTC";

    /**
     * What is left out stays as it is.
     *
     * @param timeZone an IANA name such as {@code Europe/Berlin}; UTC for a new person
     * @param hours when they work, by that zone's wall clock; Monday to Friday, 09:00 to 17:00, for a new person
     */
    public record Wish(
            @Nullable String timeZone,
            @Nullable @Size(min = 1, max = 21) List<@NotNull @Valid ShiftInput> hours) {}

    /** @param movedFrom the team that the person has left for this one, if any */
    public record MemberView(
            UUID id,
            String team,
            String timeZone,
            List<WeeklyShift> hours,
            @Nullable String movedFrom) {}

    private final Membership membership;
    private final Teams teams;
    private final Caller caller;

    MembersResource(Membership membership, Teams teams, Caller caller) {
        this.membership = membership;
        this.teams = teams;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "Who belongs to a team")
    @APIResponse(responseCode = "404", description = "No such team")
    public List<Member> members(String team) {
        known(team);
        return membership.roster().members(team);
    }

    @PUT
    @Path("/{person}")
    @RolesAllowed({"lead", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "Put a person into a team",
            description = "A person of another team moves; the answer says from where.")
    @APIResponse(responseCode = "400", description = "No such time zone")
    @APIResponse(responseCode = "404", description = "No such team")
    public MemberView put(String team, UUID person, @Nullable @Valid Wish wish) {
        known(team);
        var timeZone = wish == null ? null : zone(wish.timeZone());
        var hours = wish == null || wish.hours() == null
                ? null
                : wish.hours().stream().map(ShiftInput::shift).toList();
        var change = membership.change(
                roster -> {
                    var before = roster.of(person).orElse(new Place(team, UNTIL_TOLD, WeeklyShift.OFFICE));
                    return roster.with(
                            person,
                            new Place(
                                    team,
                                    timeZone == null ? before.timeZone() : timeZone,
                                    hours == null ? before.hours() : hours));
                },
                caller.cause());
        var place = change.after().of(person).orElseThrow();
        var movedFrom = change.before()
                .of(person)
                .map(Place::team)
                .filter(before -> !before.equals(team))
                .orElse(null);
        return new MemberView(person, place.team(), place.timeZone(), place.hours(), movedFrom);
    }

    @DELETE
    @Path("/{person}")
    @RolesAllowed({"lead", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "Take a person out of a team")
    @APIResponse(responseCode = "204", description = "The person is not of this team, now or already before")
    @APIResponse(responseCode = "404", description = "No such team")
    public void remove(String team, UUID person) {
        known(team);
        membership.change(roster -> roster.without(person, team), caller.cause());
    }

    private void known(String team) {
        if (teams.team(team).isEmpty()) throw Refused.noSuchTeam();
    }

    private static @Nullable String zone(@Nullable String name) {
        if (name != null && !ZoneId.getAvailableZoneIds().contains(name))
            throw Refused.field("timeZone", "must be an IANA name such as Europe/Berlin");
        return name;
    }
}
