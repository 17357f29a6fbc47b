package groundswell.routing.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a ticket, as far as time targets care.
 *
 * @param at when it happened, which decides; we may learn of it late
 * @param version the ticket's, which tells copies apart and orders what happened at one instant
 * @param priority where that changed
 * @param team that has it now, of {@link Kind#TEAM_FOUND}
 */
record Fact(
        Kind kind,
        Instant at,
        long version,
        @Nullable String priority,
        @Nullable String team) {
    enum Kind {
        /** With a team. */
        TEAM_FOUND,
        /** With none any more: a person has to say whose it is. */
        TEAM_LOST,
        STARTED,
        /** A person wrote to the customer. */
        REPLIED,
        /** The customer wrote. */
        ASKED,
        PAUSED,
        RESUMED,
        RESOLVED,
        CLOSED,
        REOPENED,
        PRIORITISED,
        /** Another ticket goes on in its place: nothing is promised of this one meanwhile. */
        MERGED,
        UNMERGED,
        /** A sign of life that no target depends on. */
        TOUCHED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final Comparator<Fact> ORDER = Comparator.comparing(Fact::at).thenComparingLong(Fact::version);

    static Fact teamFound(String team, Instant at, long version) {
        return new Fact(Kind.TEAM_FOUND, at, version, null, team);
    }

    static Fact prioritised(@Nullable String priority, Instant at, long version) {
        return new Fact(Kind.PRIORITISED, at, version, priority, null);
    }

    static Fact of(Kind kind, Instant at, long version) {
        return new Fact(kind, at, version, null, null);
    }
}
