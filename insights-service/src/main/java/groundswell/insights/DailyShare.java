package groundswell.insights;

import java.util.Arrays;

/**
 * Tickets of some themes and of all others, day by day. The others are the control: what moves them too, such as a holiday
 * or a growing business, is nobody's effect.
 */
public record DailyShare(long[] themes, long[] others) {
    public DailyShare {
        if (themes.length != others.length) {
            throw new IllegalArgumentException("As many days of the one as of the other");
        }
    }

    public int days() {
        return themes.length;
    }

    public long tickets() {
        return Arrays.stream(themes).sum();
    }

    public long control() {
        return Arrays.stream(others).sum();
    }

    /** Part of all tickets, 0 to 1. */
    public double share() {
        var all = tickets() + control();
        return all == 0 ? 0 : (double) tickets() / all;
    }

    public DailyShare first(int days) {
        int n = Math.min(days, days());
        return new DailyShare(Arrays.copyOf(themes, n), Arrays.copyOf(others, n));
    }

    /** Tickets of the themes that a day would have had, had they kept their part of the control from {@code before}. */
    public double expected(int day, DailyShare before) {
        return before.control() == 0 ? 0 : (double) others[day] * before.tickets() / before.control();
    }

    /**
     * How much more the days vary than counts do by chance: 1 where they don't (Pearson's statistic over its degrees of
     * freedom).
     */
    public double dispersion() {
        double sum = 0;
        int days = 0;
        for (int day = 0; day < days(); day++) {
            var expected = expected(day, this);
            if (expected > 0) {
                sum += (themes[day] - expected) * (themes[day] - expected) / expected;
                days++;
            }
        }
        return days < 2 ? 1 : Math.clamp(sum / (days - 1), 1, 10);
    }
}
