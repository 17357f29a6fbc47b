package groundswell.insights.operations;

import groundswell.insights.Wording;

/** A time as long as it deserves: minutes up to two hours, then hours, then days. */
final class Minutes {
    private static final int HOURS_FROM = 120, DAYS_FROM = 48 * 60;

    static String value(double minutes) {
        if (minutes < HOURS_FROM) {
            return Long.toString(Math.round(minutes));
        }
        return Wording.times(minutes < DAYS_FROM ? minutes / 60 : minutes / 1440);
    }

    static String unit(double minutes) {
        return minutes < HOURS_FROM ? "min" : minutes < DAYS_FROM ? "h" : "d";
    }

    static String signed(long minutes) {
        var size = Math.abs(minutes);
        var sign = minutes > 0 ? "+" : minutes < 0 ? "\u2212" : "±";
        return sign + value(size) + "\u00a0" + unit(size);
    }

    private Minutes() {}
}
