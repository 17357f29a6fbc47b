package groundswell.insights;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that a key was far above its usual rhythm. All times are the tickets' own, on edges of quarter hours.
 *
 * @param key what surged
 * @param began start of the window that gave it away
 * @param opened end of the quarter hour in which it was certain
 * @param unusualTo end of the last quarter hour in which a window was unusual
 * @param peakAt end of the hour with the most tickets
 * @param peak tickets in that hour
 * @param seen tickets from {@code began} to {@code unusualTo}
 * @param expected how many are usual in that time, to a tenth
 * @param closed whether it is over
 */
public record Surge(
        SurgeKey key,
        Instant began,
        Instant opened,
        Instant unusualTo,
        Instant peakAt,
        int peak,
        int seen,
        double expected,
        boolean closed) {
    /**
     * The same surge has the same id, whether it was found live or in a history that was taken over, and also where late tickets
     * show that it was certain a little sooner. What returns within a day is the same surge, so that no two of a key open on one
     * UTC day.
     */
    public UUID id() {
        return UUID.nameUUIDFromBytes((key.text() + " " + Grain.DAY.floor(opened)).getBytes(StandardCharsets.UTF_8));
    }

    public @Nullable Instant closedAt() {
        return closed ? unusualTo : null;
    }

    /** The multiple of the usual number; at least one ticket counts as usual. */
    public double times() {
        return seen / Math.max(expected, 1);
    }
}
