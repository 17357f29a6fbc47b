package groundswell.insights;

import java.util.Arrays;

/**
 * How a theme's part of all tickets went over the last whole months (row I12), the oldest first.
 *
 * @param tickets of the theme in each month
 * @param all tickets of each month
 */
public record Months(long[] tickets, long[] all) {
    private static final int FEWEST = 20, RECURRING_FROM = 2;

    /** With many tickets the smallest change is certain; less than a fifth is no news. */
    private static final double NOTABLE = 0.2, PEAK = 1.5;

    /** What it does. */
    public enum Course {
        GROWING,
        SHRINKING,
        /** It goes and comes back: at least twice it was half again its other months or more, with lower months between. */
        RECURRING,
        STEADY,
        TOO_FEW;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Months {
        if (tickets.length != all.length) {
            throw new IllegalArgumentException("As many months of the one as of the other");
        }
    }

    public double share(int month) {
        return all[month] == 0 ? 0 : (double) tickets[month] / all[month];
    }

    /** Later half against earlier half; a fifth or more that chance hardly explains is called growing or shrinking. */
    public Course course() {
        var known = known();
        if (known < 3 || Arrays.stream(tickets).sum() < FEWEST) {
            return Course.TOO_FEW;
        }
        int from = all.length - known, middle = from + known / 2;
        long early = 0, earlyAll = 0, late = 0, lateAll = 0;
        for (int month = from; month < all.length; month++) {
            if (month < middle) {
                early += tickets[month];
                earlyAll += all[month];
            } else {
                late += tickets[month];
                lateAll += all[month];
            }
        }
        if (earlyAll == 0 || lateAll == 0) {
            return Course.TOO_FEW;
        }
        if (peaks() >= RECURRING_FROM) {
            return Course.RECURRING;
        }
        var parts = Proportions.of(late, lateAll, early, earlyAll);
        if (parts.certainlyHigher() && parts.one() >= (1 + NOTABLE) * parts.other()) {
            return Course.GROWING;
        }
        return parts.certainlyLower() && parts.one() <= (1 - NOTABLE) * parts.other()
                ? Course.SHRINKING
                : Course.STEADY;
    }

    /** Months since the first that has any ticket. */
    private int known() {
        int first = 0;
        while (first < all.length && all[first] == 0) {
            first++;
        }
        return all.length - first;
    }

    /** Separate stretches of months certainly above the rest, with a month certainly not above between them. */
    private int peaks() {
        long sum = Arrays.stream(tickets).sum(), sumAll = Arrays.stream(all).sum();
        int peaks = 0;
        boolean high = false;
        for (int month = 0; month < all.length; month++) {
            long rest = sum - tickets[month], restAll = sumAll - all[month];
            var above = false;
            if (all[month] > 0 && restAll > 0) {
                var parts = Proportions.of(tickets[month], all[month], rest, restAll);
                above = parts.certainlyHigher() && parts.one() >= PEAK * parts.other();
            }
            peaks += above && !high ? 1 : 0;
            high = above;
        }
        return peaks;
    }
}
