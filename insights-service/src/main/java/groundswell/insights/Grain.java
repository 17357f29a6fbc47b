package groundswell.insights;

import java.time.Duration;
import java.time.Instant;

/**
 * The two lengths of time that counts are kept for, both cut in UTC. Every local day of our time begins on a quarter
 * hour (offsets are multiples of 15 minutes), so any local week is a sum of quarters; days only make long sums short.
 */
public enum Grain {
    QUARTER(Duration.ofMinutes(15)),
    DAY(Duration.ofDays(1));

    private final long seconds;

    Grain(Duration length) {
        seconds = length.toSeconds();
    }

    public Instant floor(Instant time) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    /** The first edge that is not before {@code time}. */
    public Instant ceil(Instant time) {
        var floor = floor(time);
        return floor.equals(time) ? floor : floor.plusSeconds(seconds);
    }

    public String code() {
        return this == DAY ? "day" : "quarter";
    }
}
