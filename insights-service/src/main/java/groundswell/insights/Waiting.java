package groundswell.insights;

import java.time.Duration;
import java.util.List;

/** What customers wait for, from the opening of their ticket on, day and night. */
public enum Waiting {
    /** Until somebody first answered. */
    FIRST_REPLY(Measure.ANSWERED, hours(0.25), hours(1), hours(4), hours(8), hours(24), hours(72)),
    /** Until it was last resolved; a ticket that was reopened waits until it is resolved again. */
    RESOLUTION(Measure.RESOLVED, hours(1), hours(4), hours(24), hours(72), hours(168), hours(336));

    private final Measure measure;
    private final List<Duration> bounds;

    Waiting(Measure measure, Duration... bounds) {
        this.measure = measure;
        this.bounds = List.of(bounds);
    }

    private static Duration hours(double hours) {
        return Duration.ofMinutes(Math.round(hours * 60));
    }

    /** What counts the tickets whose wait ended in a span. */
    public Measure measure() {
        return measure;
    }

    /** The upper bounds of its histogram, which are the same for every theme, team and time. */
    public List<Duration> bounds() {
        return bounds;
    }
}
