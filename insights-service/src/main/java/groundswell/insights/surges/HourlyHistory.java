package groundswell.insights.surges;

import groundswell.insights.Surge;
import groundswell.insights.SurgeKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Tickets per key and hour over the eight weeks before a day, with the hours that say nothing about what is usual. */
final class HourlyHistory {
    /** A week more than eight, since a local week may be an hour longer. */
    static final int HOURS = 57 * 24;

    private final Instant start;
    private final Map<SurgeKey, int[]> counts = new HashMap<>();
    private final Map<SurgeKey, BitSet> unusual = new HashMap<>();
    private final int[] totals = new int[HOURS];
    private final BitSet silent = new BitSet(HOURS);
    private int first = HOURS;

    HourlyHistory(Instant day) {
        start = day.minus(HOURS, ChronoUnit.HOURS);
    }

    /** Tags overlap with themes, so only themes make up the total. */
    void add(SurgeKey key, Instant at, int tickets) {
        int hour = hour(at);
        if (hour < 0 || hour >= HOURS || tickets == 0) {
            return;
        }
        counts.computeIfAbsent(key, _ -> new int[HOURS])[hour] += tickets;
        if (key.kind() == SurgeKey.Kind.THEME) {
            totals[hour] += tickets;
            first = Math.min(first, hour);
        }
    }

    /** The hours of a surge are not usual; after a week of it they are the new usual. */
    void leaveOut(Surge surge) {
        var hours = surge.key().equals(SurgeKey.ALL)
                ? silent
                : unusual.computeIfAbsent(surge.key(), _ -> new BitSet(HOURS));
        var to = Math.min(hour(surge.unusualTo()) + 1, hour(surge.began()) + 7 * 24);
        if (to > 0) {
            hours.set(Math.clamp(hour(surge.began()), 0, HOURS), Math.min(to, HOURS));
        }
    }

    /** Whole days without any ticket between days that have some are holes in the record. */
    void leaveOutHoles() {
        for (int day = (first + 23) / 24 * 24; day + 24 <= HOURS; day += 24) {
            int sum = 0;
            for (int hour = day; hour < day + 24; hour++) {
                sum += totals[hour];
            }
            if (sum == 0) {
                silent.set(day, day + 24);
            }
        }
    }

    int hour(Instant at) {
        return (int) Math.floorDiv(at.getEpochSecond() - start.getEpochSecond(), 3_600L);
    }

    Instant at(int hour) {
        return start.plus(hour, ChronoUnit.HOURS);
    }

    /** Whole hours of record before the day. */
    int known() {
        return HOURS - first;
    }

    Map<SurgeKey, int[]> counts() {
        return counts;
    }

    int total(int hour) {
        return totals[hour];
    }

    boolean counts(int hour) {
        return hour >= first && hour < HOURS && !silent.get(hour);
    }

    boolean counts(SurgeKey key, int hour) {
        return counts(hour) && !unusual.getOrDefault(key, NONE).get(hour);
    }

    private static final BitSet NONE = new BitSet();
}
