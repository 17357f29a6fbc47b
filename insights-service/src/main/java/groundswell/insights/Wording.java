package groundswell.insights;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers as people read them: real minus signs, no digits that say nothing. */
public final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final char MINUS = '\u2212', NO_BREAK = '\u00a0';

    /** {@code 12,480}. */
    public static String number(long n) {
        return (n < 0 ? String.valueOf(MINUS) : "") + String.format(Locale.ENGLISH, "%,d", Math.abs(n));
    }

    /** {@code 28 November 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code +12}, {@code −3}, {@code ±0}. */
    public static String signed(long n) {
        return n == 0 ? "±0" : (n > 0 ? "+" : "") + number(n);
    }

    /** {@code 12 %}; below one percent with a digit. */
    public static String percent(double share) {
        var percent = Math.abs(share * 100);
        var digits = percent > 0 && percent < 0.95 ? "%.1f" : "%.0f";
        return (share < 0 ? String.valueOf(MINUS) : "") + String.format(Locale.ENGLISH, digits, percent) + NO_BREAK
                + "%";
    }

    /** {@code 5.4 %}: always with a digit, for what stands beside a bound that it is just above. */
    public static String tenths(double share) {
        return String.format(Locale.ENGLISH, "%.1f", share * 100) + NO_BREAK + "%";
    }

    /** Growth: {@code +20 %}; {@code new} where nothing was before; a multiple where percents grow unreadable. */
    public static String change(Figure figure) {
        var velocity = figure.velocity();
        if (velocity.isEmpty()) {
            return figure.isNew() ? "new" : "none";
        }
        var v = velocity.getAsDouble();
        if (v >= 4) {
            return times(v + 1) + NO_BREAK + "times";
        }
        return Math.round(v * 100) == 0 ? "±0" + NO_BREAK + "%" : (v > 0 ? "+" : "") + percent(v);
    }

    /** {@code 4.7}, {@code 12}. */
    public static String times(double factor) {
        return factor < 10
                ? String.format(Locale.ENGLISH, "%.1f", factor)
                : String.format(Locale.ENGLISH, "%,d", Math.round(factor));
    }

    /** {@code tickets} or {@code ticket}. */
    public static String tickets(long n) {
        return number(n) + NO_BREAK + (n == 1 ? "ticket" : "tickets");
    }

    /** For a spark-line. */
    public static String line(long[] values) {
        return Arrays.stream(values).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    private Wording() {}
}
