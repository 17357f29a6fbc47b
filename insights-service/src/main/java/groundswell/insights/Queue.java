package groundswell.insights;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team's live tickets.
 *
 * @param waitingSince since when the customer who waits longest waits for us; null where none does
 */
public record Queue(String team, Load load, @Nullable Instant waitingSince) {
    /** Where the present queues come from. */
    public interface Source {
        List<Queue> queues();
    }

    /** How it stands with a team. */
    public enum Pressure {
        /** Somebody has waited for more than a day: act now. */
        LATE,
        /** Somebody has waited for more than four hours. */
        SLOW,
        FINE
    }

    public static final Duration SLOW = Duration.ofHours(4), LATE = Duration.ofHours(24);

    /** Worst first: the longest waiting customer, then the most tickets. */
    public static final Comparator<Queue> WORST_FIRST = Comparator.comparing(
                    (Queue queue) -> queue.waitingSince == null ? Instant.MAX : queue.waitingSince)
            .thenComparing(queue -> -queue.load.open())
            .thenComparing(Queue::team);

    public Pressure pressure(Instant now) {
        if (waitingSince == null) {
            return Pressure.FINE;
        }
        var waited = Duration.between(waitingSince, now);
        return waited.compareTo(LATE) > 0 ? Pressure.LATE : waited.compareTo(SLOW) > 0 ? Pressure.SLOW : Pressure.FINE;
    }
}
