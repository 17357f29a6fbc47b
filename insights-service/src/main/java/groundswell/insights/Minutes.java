package groundswell.insights;

import java.time.Duration;

/** A time as long as it deserves: minutes up to two hours, then hours, then days. */
public final class Minutes {
    private static final int HOURS_FROM = 120, DAYS_FROM = 48 * 60;
    private static final char NO_BREAK = '\u00a0';

    public static String value(double minutes) {
        if (minutes < HOURS_FROM) {
            return Long.toString(Math.round(minutes));
        }
        return Wording.times(minutes < DAYS_FROM ? minutes / 60 : minutes / 1440);
    }

    public static String unit(double minutes) {
        return minutes < HOURS_FROM ? "min" : minutes < DAYS_FROM ? "h" : "d";
    }

    /** {@code 42 min}, {@code 5.2 h}. */
    public static String of(double minutes) {
        return value(minutes) + NO_BREAK + unit(minutes);
    }

    /** {@code +5 min}, {@code −2.1 h}. */
    public static String signed(long minutes) {
        var sign = minutes > 0 ? "+" : minutes < 0 ? "\u2212" : "±";
        return sign + of(Math.abs(minutes));
    }

    /** A round number of them: {@code 15 minutes}, {@code 1 hour}, {@code 3 days}. */
    public static String round(Duration length) {
        long minutes = length.toMinutes();
        return minutes % 1440 == 0
                ? counted(minutes / 1440, "day")
                : minutes % 60 == 0 ? counted(minutes / 60, "hour") : counted(minutes, "minute");
    }

    private static String counted(long n, String what) {
        return n + String.valueOf(NO_BREAK) + what + (n == 1 ? "" : "s");
    }

    private Minutes() {}
}
