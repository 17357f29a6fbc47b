package groundswell.insights;

/**
 * What a launch did to one theme: whether it rose in the first week, and after how many days it was back.
 *
 * @param seen tickets in the first week's whole days
 * @param expected how many there would have been had the theme kept its part of its control, weekday by weekday
 * @param days whole days since the launch, that of the launch included
 * @param daysToBaseline days until three days in a row were usual again; -1 where they have not been
 */
public record LaunchEffect(
        Verdict verdict, long seen, double expected, Ratio ratio, int days, int daysToBaseline, Control control) {
    public static final int BASELINE = 28, LONGEST = 90;
    public static final int FIRST_WEEK = 7;
    private static final int LEAST = 3, IN_A_ROW = 3, SUSPECT = 14;
    /** Fewer tickets than this in both weeks are nobody's spike. */
    private static final int FEWEST = 8;
    /** A day is usual below the 95th percentile of what is expected. */
    private static final double USUAL = 1.645;

    public enum Verdict {
        TOO_EARLY,
        NO_RISE,
        RISING,
        RETURNED,
        REGRESSION;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static LaunchEffect of(DailyShare before, DailyShare after) {
        return of(before, after, Control.ALL, Ratio.ONE);
    }

    /** @param z standard errors of the interval: more where many themes are looked at */
    static LaunchEffect of(DailyShare before, DailyShare after, Control control, double z) {
        var week = after.first(FIRST_WEEK);
        var ratio = Ratio.of(before, week, z);
        double expected = 0;
        for (int day = 0; day < week.days(); day++) {
            expected += week.expected(day, before);
        }
        var rose = ratio.rose() && week.tickets() >= FEWEST;
        int back = rose ? daysToBaseline(before, after) : -1;
        var verdict = after.days() < LEAST
                ? Verdict.TOO_EARLY
                : !rose
                        ? Verdict.NO_RISE
                        : back >= 0 ? Verdict.RETURNED : after.days() > SUSPECT ? Verdict.REGRESSION : Verdict.RISING;
        return new LaunchEffect(verdict, week.tickets(), expected, ratio, after.days(), back, control);
    }

    /** Whether the theme certainly rose in the first week, be it back since or not. */
    public boolean rose() {
        return switch (verdict) {
            case TOO_EARLY, NO_RISE -> false;
            case RISING, RETURNED, REGRESSION -> true;
        };
    }

    /** Of the first three days in a row, after the highest day of the first week, that are together within the usual. */
    private static int daysToBaseline(DailyShare before, DailyShare after) {
        int peak = 0;
        for (int day = 1; day < Math.min(FIRST_WEEK, after.days()); day++) {
            peak = after.themes()[day] > after.themes()[peak] ? day : peak;
        }
        var dispersion = Dispersion.of(before).times();
        for (int day = peak + 1; day + IN_A_ROW <= after.days(); day++) {
            long seen = 0;
            double expected = 0;
            for (int i = day; i < day + IN_A_ROW; i++) {
                seen += after.themes()[i];
                expected += after.expected(i, before);
            }
            if (seen <= expected + USUAL * Math.sqrt(dispersion * Math.max(expected, 1))) {
                return day;
            }
        }
        return -1;
    }

    public String sentence() {
        var week = Wording.tickets(seen) + " in the first " + (days < FIRST_WEEK ? days + " days" : "week")
                + ", where about " + Math.round(expected) + " were to be expected." + control.note(Marker.Kind.LAUNCH);
        return switch (verdict) {
            case TOO_EARLY -> "Too early to say: " + days + " of " + LEAST + " whole days are over.";
            case NO_RISE -> "No certain rise: " + week;
            case RISING ->
                "Rose to " + Wording.times(ratio.times()) + " times its usual level and is not back yet: " + week;
            case RETURNED ->
                "Rose to " + Wording.times(ratio.times()) + " times its usual level and was back after "
                        + daysToBaseline + (daysToBaseline == 1 ? " day: " : " days: ") + week;
            case REGRESSION ->
                "Suspected regression: rose to " + Wording.times(ratio.times())
                        + " times its usual level and has not come back in " + days + " days: " + week;
        };
    }
}
