package groundswell.insights;

import java.time.DayOfWeek;
import java.util.Arrays;

/**
 * Tickets of some themes and of their control on days in a row. What moves the control too, such as a holiday or a growing
 * business, is nobody's effect.
 *
 * @param firstDay the weekday of the first day: weekdays are held against their like
 * @param others tickets of the control, by day
 * @param leftOut tickets that are of neither: part of all, but moved by something else
 */
public record DailyShare(DayOfWeek firstDay, long[] themes, long[] others, long[] leftOut) {
    /** Ten tickets a weekday in four weeks: with fewer, a theme is taken to have the rhythm of its control. */
    private static final int OWN_RHYTHM = 70;

    public DailyShare {
        if (themes.length != others.length || themes.length != leftOut.length) {
            throw new IllegalArgumentException("As many days of the one as of the other");
        }
    }

    /** Some of the days together. */
    record Part(int days, long themes, long others) {
        long all() {
            return themes + others;
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

    /** Part of all tickets, those left out of the control among them, 0 to 1. */
    public double share() {
        var all = tickets() + control() + Arrays.stream(leftOut).sum();
        return all == 0 ? 0 : (double) tickets() / all;
    }

    public DailyShare first(int days) {
        int n = Math.min(days, days());
        return new DailyShare(firstDay, Arrays.copyOf(themes, n), Arrays.copyOf(others, n), Arrays.copyOf(leftOut, n));
    }

    /** All Mondays, or what {@code weekday} says. */
    Part on(DayOfWeek weekday) {
        int days = 0;
        long own = 0;
        long control = 0;
        for (int day = Math.floorMod(weekday.getValue() - firstDay.getValue(), 7); day < days(); day += 7) {
            days++;
            own += themes[day];
            control += others[day];
        }
        return new Part(days, own, control);
    }

    /** Tickets of the themes that a day would have had, had they kept their part of the control from {@code before}. */
    public double expected(int day, DailyShare before) {
        var usual = before.on(firstDay.plus(day));
        if (before.tickets() < OWN_RHYTHM || usual.others() == 0) {
            usual = new Part(before.days(), before.tickets(), before.control());
        }
        return usual.others() == 0 ? 0 : (double) others[day] * usual.themes() / usual.others();
    }
}
