package groundswell.routing.team;

import groundswell.routing.Colleague;
import groundswell.routing.PeopleNames;
import groundswell.routing.Roster.Place;
import groundswell.routing.Teams;
import groundswell.routing.WeeklyShift;
import groundswell.routing.http.Caller;
import groundswell.routing.http.OneLine;
import groundswell.routing.http.Refused;
import groundswell.routing.http.ShiftInput;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Who belongs to a team. A person belongs to exactly one, and leaves it for another only where that is said. */
@Path("/api/teams/{team}/members")
public class MembersResource {
    private static final String UNTIL_TOLD = "UTC";

    /**
     * What is left out stays as it is.
     *
     * @param name what pages call them; it stays in this service's database
     * @param timeZone an IANA name such as {@code Europe/Berlin}; UTC for a new person
     * @param hours when they work, by that zone's wall clock; Monday to Friday, 09:00 to 17:00, for a new person
     * @param capacity how many open tickets they are given at most; 20 for a new person
     * @param skills words that tickets ask for by a tag, their theme or their product area
     * @param movesFrom the team that the person leaves for this one; without it, somebody of another team stays there
     */
    public record Wish(
            @Nullable @OneLine @Size(max = 64) String movesFrom,
            @Nullable @OneLine @Size(max = 120) String name,
            @Nullable String timeZone,
            @Nullable @Size(min = 1, max = 21) List<@NotNull @Valid ShiftInput> hours,
            @Nullable @Min(0) @Max(1000) Integer capacity,
            @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = SKILL) String> skills) {}

    static final String SKILL = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/+-]{0,63}";

    public record MemberView(
            UUID id, String team, String timeZone, List<WeeklyShift> hours, int capacity, List<String> skills) {}

    /**
     * @param atWork whether they are given tickets now
     * @param awaySince since when they have said to be away; absent for whoever has not
     */
    public record PersonView(
            UUID id,
            String timeZone,
            List<WeeklyShift> hours,
            int capacity,
            List<String> skills,
            boolean atWork,
            @Nullable Instant awaySince) {}

    public record Presence(@NotNull Boolean present) {}

    private final Membership membership;
    private final Teams teams;
    private final Caller caller;
    private final Presences presences;
    private final PeopleNames names;
    private final Clock clock;

    MembersResource(
            Membership membership, Presences presences, PeopleNames names, Teams teams, Caller caller, Clock clock) {
        this.membership = membership;
        this.presences = presences;
        this.names = names;
        this.clock = clock;
        this.teams = teams;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "Who belongs to a team")
    @APIResponse(responseCode = "404", description = "No such team")
    public List<PersonView> members(String team) {
        known(team);
        var roster = membership.roster();
        var away = presences.away();
        var now = clock.instant();
        return roster.members(team).stream()
                .map(member -> {
                    var place = roster.of(member.id()).orElseThrow();
                    var awaySince = away.get(member.id());
                    return new PersonView(
                            member.id(),
                            member.timeZone(),
                            member.hours(),
                            member.capacity(),
                            member.skills(),
                            Colleague.of(member.id(), place, awaySince).atWork(now),
                            awaySince);
                })
                .toList();
    }

    @PUT
    @Path("/{person}/presence")
    @RolesAllowed({"agent", "lead", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "Say that a person takes tickets, or is away",
            description =
                    "An agent says so of themselves, a lead of anybody. Whoever is away is given nothing; after a while"
                            + " of their working time their tickets return to the queue.")
    @APIResponse(responseCode = "204", description = "Noted")
    @APIResponse(responseCode = "403", description = "Only a lead says so of somebody else")
    @APIResponse(responseCode = "404", description = "No such team, or the person is not of it")
    public void presence(String team, UUID person, @NotNull @Valid Presence presence) {
        known(team);
        if (!caller.isLead() && !caller.person().equals(person)) throw Refused.notYours();
        var place = membership.roster().of(person).orElseThrow(Refused::noSuchPerson);
        if (!place.team().equals(team)) throw Refused.noSuchPerson();
        presences.change(person, presence.present(), caller.cause());
    }

    @PUT
    @Path("/{person}")
    @RolesAllowed({"lead", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "Put a person into a team",
            description = "A person of another team moves where movesFrom names that team.")
    @APIResponse(responseCode = "400", description = "No such time zone")
    @APIResponse(responseCode = "404", description = "No such team")
    @APIResponse(responseCode = "409", description = "The person belongs to another team")
    public MemberView put(String team, UUID person, @Nullable @Valid Wish wish) {
        known(team);
        var timeZone = wish == null ? null : zone(wish.timeZone());
        var hours = wish == null || wish.hours() == null
                ? null
                : wish.hours().stream().map(ShiftInput::shift).toList();
        var change = membership.put(
                person,
                wish == null ? null : wish.movesFrom(),
                present -> {
                    var before = present.orElse(new Place(team, UNTIL_TOLD, WeeklyShift.OFFICE));
                    return new Place(
                            team,
                            timeZone == null ? before.timeZone() : timeZone,
                            hours == null ? before.hours() : hours,
                            wish == null || wish.capacity() == null ? before.capacity() : wish.capacity(),
                            wish == null || wish.skills() == null
                                    ? before.skills()
                                    : wish.skills().stream().distinct().toList());
                },
                caller.cause());
        if (wish != null && wish.name() != null) names.meet(person, wish.name().strip());
        var place = change.after().of(person).orElseThrow();
        return new MemberView(person, place.team(), place.timeZone(), place.hours(), place.capacity(), place.skills());
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
