package groundswell.routing.team;

import groundswell.routing.Colleague;
import groundswell.routing.DealingRules;
import groundswell.routing.DealingRules.Mode;
import groundswell.routing.PeopleNames;
import groundswell.routing.Roster.Place;
import groundswell.routing.Team;
import groundswell.routing.TeamEvent.Member;
import groundswell.routing.Teams;
import groundswell.routing.WeeklyShift;
import groundswell.routing.http.Caller;
import groundswell.routing.http.HoursText;
import groundswell.routing.http.Refresh;
import groundswell.routing.http.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who works when, in which team, with what skills; leads change it here. */
@Path("/routing/people")
@Produces(MediaType.TEXT_HTML)
public class PeoplePage {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final int MOST_SKILLS = 50;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance people(Model m);
    }

    /**
     * @param tag of their place, as it is seen
     * @param clock day and time where they are
     */
    public record Person(
            UUID id,
            String tag,
            String name,
            String timeZone,
            String clock,
            String hours,
            int capacity,
            String skills,
            boolean atWork,
            boolean away,
            @Nullable Instant awaySince,
            boolean me) {}

    public record TeamOf(Team team, DealingRules dealing, List<Person> people) {
        public long atWork() {
            return people.stream().filter(Person::atWork).count();
        }
    }

    /** @param zones that somebody works in, as suggestions */
    public record Model(List<TeamOf> teams, List<String> zones, Mode[] modes, boolean mayChange) {}

    private final Membership membership;
    private final Presences presences;
    private final PeopleNames names;
    private final Teams teams;
    private final Caller caller;
    private final Clock clock;

    PeoplePage(Membership membership, Presences presences, PeopleNames names, Teams teams, Caller caller, Clock clock) {
        this.membership = membership;
        this.presences = presences;
        this.names = names;
        this.teams = teams;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public TemplateInstance page() {
        caller.introduce(names);
        var roster = membership.roster();
        var dealing = membership.dealing();
        var away = presences.away();
        var called = names.known();
        var now = clock.instant();
        var of = teams.all().stream()
                .map(team -> new TeamOf(
                        team,
                        dealing.getOrDefault(team.code(), DealingRules.USUAL),
                        roster.members(team.code()).stream()
                                .map(member -> person(
                                        member,
                                        roster.of(member.id()).orElseThrow(),
                                        PeopleNames.of(member.id(), called),
                                        away.get(member.id()),
                                        now))
                                .sorted(Comparator.comparing(Person::name))
                                .toList()))
                .toList();
        var zones = roster.places().values().stream()
                .map(Place::timeZone)
                .distinct()
                .sorted()
                .toList();
        return Templates.people(new Model(of, zones, Mode.values(), caller.isLead()));
    }

    private Person person(Member member, Place place, String name, @Nullable Instant awaySince, Instant now) {
        return new Person(
                member.id(),
                place.tag(),
                name,
                member.timeZone(),
                CLOCK.format(now.atZone(ZoneId.of(member.timeZone()))),
                HoursText.write(member.hours()),
                member.capacity(),
                String.join(", ", member.skills()),
                Colleague.of(member.id(), place, awaySince).atWork(now),
                awaySince != null,
                awaySince,
                member.id().equals(caller.person()));
    }

    @PUT
    @RolesAllowed({"lead", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response put(
            @NotNull @FormParam("person") UUID person,
            @NotNull @FormParam("team") String team,
            @Nullable @FormParam("movesFrom") String movesFrom,
            @FormParam("seen") @DefaultValue("") String seen,
            @NotNull @Size(max = 120) @Pattern(regexp = "[^\\p{Cntrl}]*") @FormParam("name") String name,
            @NotNull @Size(max = 64) @FormParam("timeZone") String timeZone,
            @NotNull @Size(max = 1000) @FormParam("hours") String hours,
            @NotNull @Min(0) @Max(1000) @FormParam("capacity") Integer capacity,
            @Size(max = 2000) @FormParam("skills") @DefaultValue("") String skills) {
        var known = teams.team(team).orElseThrow(() -> Refused.field("team", "is not one of the teams"));
        if (!ZoneId.getAvailableZoneIds().contains(timeZone))
            throw Refused.field("timeZone", "must be an IANA name such as Europe/Berlin");
        var place = new Place(known.code(), timeZone, shifts(hours), capacity, words(skills));
        membership.put(
                person,
                movesFrom,
                present -> {
                    boolean addedFromElsewhere = seen.isEmpty()
                            && present.map(Place::team)
                                    .filter(before -> !before.equals(team))
                                    .isPresent(); // which is refused in its own words
                    if (!addedFromElsewhere
                            && !present.map(Place::tag).orElse("").equals(seen)) throw Refused.changedMeanwhile();
                    return place;
                },
                caller.cause());
        if (!name.isBlank()) names.meet(person, name.strip());
        return Refresh.page();
    }

    private static List<WeeklyShift> shifts(String hours) {
        try {
            var shifts = HoursText.read(hours);
            WeeklyShift.hours(shifts, ZoneId.of("UTC"));
            return shifts;
        } catch (IllegalArgumentException e) {
            throw Refused.field("hours", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> words(String skills) {
        var words = Arrays.stream(skills.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (words.size() > MOST_SKILLS || words.stream().anyMatch(word -> !word.matches(MembersResource.SKILL)))
            throw Refused.field("skills", "must be up to %d words of letters and digits".formatted(MOST_SKILLS));
        return words;
    }

    @PUT
    @Path("/{person}/presence")
    @RolesAllowed({"agent", "lead", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response presence(@PathParam("person") UUID person, @NotNull @FormParam("present") Boolean present) {
        if (!caller.isLead() && !caller.person().equals(person)) throw Refused.notYours();
        if (membership.roster().of(person).isEmpty()) throw Refused.noSuchPerson();
        presences.change(person, present, caller.cause());
        return Refresh.page();
    }

    @PUT
    @Path("/{person}/leaving")
    @RolesAllowed({"lead", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response leave(@PathParam("person") UUID person) {
        membership.change(
                roster -> roster.of(person)
                        .map(place -> roster.without(person, place.team()))
                        .orElse(roster),
                caller.cause());
        return Refresh.page();
    }

    @PUT
    @Path("/teams/{team}/dealing")
    @RolesAllowed({"lead", "admin"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response deal(
            @PathParam("team") String team,
            @NotNull @FormParam("mode") String mode,
            @NotNull @Min(0) @Max(10_080) @FormParam("relax") Integer relax,
            @NotNull @Min(1) @Max(10_080) @FormParam("returns") Integer returns) {
        var known = teams.team(team).orElseThrow(Refused::noSuchTeam);
        var chosen = Arrays.stream(Mode.values())
                .filter(one -> one.toString().equals(mode))
                .findFirst()
                .orElseThrow(() -> Refused.field("mode", "is not one of the ways"));
        membership.deal(known, new DealingRules(chosen, relax, returns), caller.cause());
        return Refresh.page();
    }
}
