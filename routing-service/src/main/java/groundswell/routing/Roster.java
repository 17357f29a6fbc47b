package groundswell.routing;

import groundswell.routing.TeamEvent.Member;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who belongs to which team. A person has one place and so one team: a roster with somebody in two cannot be written.
 * Pure.
 */
public record Roster(Map<UUID, Place> places) {
    /**
     * One person's team.
     *
     * @param timeZone an IANA name
     * @param hours when they work, by that zone's wall clock
     * @param capacity how many open tickets they are given at most
     * @param skills words that tickets ask for by a tag, their theme or their product area
     */
    public record Place(String team, String timeZone, List<WeeklyShift> hours, int capacity, List<String> skills) {
        public Place {
            hours = List.copyOf(hours);
            skills = List.copyOf(skills);
        }

        /** Another one for every other place: a change by somebody who saw an older one is told by it. */
        public String tag() {
            return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8))
                    .toString();
        }

        public Place(String team, String timeZone, List<WeeklyShift> hours) {
            this(team, timeZone, hours, Member.USUAL_CAPACITY, List.of());
        }
    }

    public Roster {
        places = Map.copyOf(places);
    }

    /** Whatever place they had, this is the one they have now. */
    public Roster with(UUID person, Place place) {
        var next = new HashMap<>(places);
        next.put(person, place);
        return new Roster(next);
    }

    /** Nothing changes where they are not of {@code team}: a late wish takes nobody out of another one. */
    public Roster without(UUID person, String team) {
        if (of(person).filter(place -> place.team().equals(team)).isEmpty()) return this;
        var next = new HashMap<>(places);
        next.remove(person);
        return new Roster(next);
    }

    public Optional<Place> of(UUID person) {
        return Optional.ofNullable(places.get(person));
    }

    /** In the order of their ids, so that the same people are always the same list. */
    public List<Member> members(String team) {
        return places.entrySet().stream()
                .filter(entry -> entry.getValue().team().equals(team))
                .map(entry -> new Member(
                        entry.getKey(),
                        entry.getValue().timeZone(),
                        entry.getValue().hours(),
                        entry.getValue().capacity(),
                        entry.getValue().skills()))
                .sorted(Comparator.comparing(Member::id))
                .toList();
    }

    /** The teams that are other people in {@code next} than here. */
    public Set<String> changed(Roster next) {
        var teams = new TreeSet<String>();
        for (var roster : List.of(this, next)) {
            roster.places().forEach((person, place) -> {
                if (!Objects.equals(places.get(person), next.places().get(person))) teams.add(place.team());
            });
        }
        return teams;
    }
}
