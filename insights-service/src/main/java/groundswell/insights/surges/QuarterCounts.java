package groundswell.insights.surges;

import groundswell.insights.SurgeKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Tickets per key and quarter hour from a UTC midnight on. */
final class QuarterCounts {
    private static final long QUARTER = 900;

    private final Instant start;
    private final int quarters;
    private final Map<SurgeKey, int[]> counts = new HashMap<>();

    /** From {@code start} to {@code end}, rounded up. */
    QuarterCounts(Instant start, Instant end) {
        this.start = start;
        this.quarters = (int) Math.ceilDiv(Duration.between(start, end).toSeconds(), QUARTER);
    }

    void add(SurgeKey key, Instant at, int tickets) {
        int quarter = quarter(at);
        if (quarter >= 0 && quarter < quarters) {
            counts.computeIfAbsent(key, _ -> new int[quarters])[quarter] += tickets;
        }
    }

    int quarter(Instant at) {
        return (int) Math.floorDiv(at.getEpochSecond() - start.getEpochSecond(), QUARTER);
    }

    Instant at(int quarter) {
        return start.plusSeconds(QUARTER * quarter);
    }

    Instant start() {
        return start;
    }

    int quarters() {
        return quarters;
    }

    /** The same from a later midnight on. */
    QuarterCounts from(Instant later) {
        var rest = new QuarterCounts(later, at(quarters));
        counts.forEach((key, row) -> rest.counts.put(key, Arrays.copyOfRange(row, quarter(later), quarters)));
        return rest;
    }

    /** A number of tickets, and where it belongs. */
    interface Count {
        void of(SurgeKey key, Instant at, int tickets);
    }

    void each(Count count) {
        counts.forEach((key, row) -> {
            for (int quarter = 0; quarter < quarters; quarter++) {
                if (row[quarter] != 0) {
                    count.of(key, at(quarter), row[quarter]);
                }
            }
        });
    }

    Map<SurgeKey, int[]> counts() {
        return counts;
    }
}
