package groundswell.routing.sla;

import groundswell.routing.TimeTarget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time target as the facts make it.
 *
 * @param minutes of {@code calendar}'s hours that were promised last
 * @param dueAt when they are over, for a missed one when they were; null while no time passes
 * @param warnAt when little of it is left; null where {@code dueAt} is
 * @param endedAt when what was promised happened, or no longer mattered; null while it has not
 */
record Target(
        TimeTarget kind,
        int cycle,
        Instant startedAt,
        int minutes,
        String calendar,
        String priority,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable Instant endedAt,
        Outcome outcome) {
    enum Outcome {
        /** Not decided by the facts; only time can miss it. */
        OPEN,
        MET,
        /** What was promised happened too late, or the time was over before the ticket's priority changed. */
        MISSED,
        CANCELLED
    }

    boolean ended() {
        return endedAt != null;
    }
}
