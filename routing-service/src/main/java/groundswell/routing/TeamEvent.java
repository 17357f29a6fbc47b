package groundswell.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact about a team, its people or its queue. */
public sealed interface TeamEvent extends RoutingEvent {
    /**
     * A team as it is from now on.
     *
     * @param dealing how its tickets come to its people
     */
    record TeamDefined(String team, String name, List<Member> members, DealingRules dealing, Instant at)
            implements TeamEvent {
        @SuppressWarnings("NullAway") // the first installations knew no rules
        public TeamDefined {
            dealing = dealing == null ? DealingRules.USUAL : dealing;
        }

        public TeamDefined(String team, String name, List<Member> members, Instant at) {
            this(team, name, members, DealingRules.USUAL, at);
        }
    }

    /** Whether a person takes tickets, from now on; recorded on the stream {@code person:<id>}. */
    record PresenceChanged(UUID person, boolean present, Instant at) implements TeamEvent {}

    /**
     * How a team's queue stands, told when that has changed.
     *
     * @param team its code, or {@code triage} for tickets that have none
     * @param waiting open tickets with nobody
     * @param oldestAt since when the one that has waited longest does
     * @param atRisk open tickets, with whomever, that were warned of
     * @param breached open tickets that have missed a time target that is still to be fulfilled
     * @param handedOn tickets taken from people who could not answer in the last 24 hours
     * @param rerouted tickets that routing had sent here and people have moved elsewhere in the last 24 hours
     * @param people of the team, in the order of their ids
     */
    record QueueChanged(
            String team,
            int waiting,
            @Nullable Instant oldestAt,
            int atRisk,
            int breached,
            int handedOn,
            int rerouted,
            List<PersonLoad> people,
            Instant at)
            implements TeamEvent {
        public QueueChanged {
            people = List.copyOf(people);
        }

        /** Whether anything but the time of day is another than in {@code other}. */
        public boolean differsFrom(QueueChanged other) {
            return !equals(new QueueChanged(
                    other.team,
                    other.waiting,
                    other.oldestAt,
                    other.atRisk,
                    other.breached,
                    other.handedOn,
                    other.rerouted,
                    other.people,
                    at));
        }
    }

    /**
     * What a person has.
     *
     * @param open tickets that are neither resolved nor closed nor waiting for the customer
     * @param unanswered of these, where the customer waits for an answer
     */
    record PersonLoad(UUID person, boolean atWork, int open, int unanswered, int atRisk, int breached) {}

    /**
     * A person of a team.
     *
     * @param timeZone an IANA name
     * @param hours when they work, by that zone's wall clock; office hours where nothing else was ever said
     * @param capacity how many open tickets they are given at most, perhaps none; {@value #USUAL_CAPACITY} where nothing was said
     * @param skills words that tickets ask for by a tag, their theme or their product area
     */
    record Member(UUID id, String timeZone, List<WeeklyShift> hours, Integer capacity, List<String> skills) {
        static final int USUAL_CAPACITY = 20;

        @SuppressWarnings("NullAway") // what is absent is null until here
        public Member {
            hours = hours == null ? WeeklyShift.OFFICE : List.copyOf(hours);
            capacity = capacity == null ? USUAL_CAPACITY : capacity;
            skills = skills == null ? List.of() : List.copyOf(skills);
        }

        public Member(UUID id, String timeZone, List<WeeklyShift> hours) {
            this(id, timeZone, hours, USUAL_CAPACITY, List.of());
        }
    }
}
