package groundswell.insights;

/**
 * Whether a fix worked: its themes' tickets against their control in the whole days since, held against the four weeks before.
 *
 * @param before tickets in the four weeks before
 * @param after tickets in the {@code days} whole days since, four weeks at most
 * @param shareBefore the themes' part of all tickets before, 0 to 1
 * @param ratio against the control, as a multiple of before
 */
public record FixEffect(
        Verdict verdict,
        long before,
        long after,
        int days,
        double shareBefore,
        double shareAfter,
        Ratio ratio,
        Control control) {
    public static final int BASELINE = 28, LONGEST = 28, LEAST = 7;
    /** Fewer tickets before than this can't show a fall. */
    private static final int FEWEST = 10;

    public enum Verdict {
        TOO_EARLY,
        TOO_FEW,
        FELL,
        ROSE,
        UNCLEAR;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static FixEffect of(DailyShare before, DailyShare after) {
        return of(before, after, Control.ALL);
    }

    static FixEffect of(DailyShare before, DailyShare after, Control control) {
        var ratio = Ratio.of(before, after);
        return new FixEffect(
                verdict(before, after, ratio),
                before.tickets(),
                after.tickets(),
                after.days(),
                before.share(),
                after.share(),
                ratio,
                control);
    }

    private static Verdict verdict(DailyShare before, DailyShare after, Ratio ratio) {
        if (before.tickets() < FEWEST) {
            return Verdict.TOO_FEW;
        }
        if (after.days() < LEAST) {
            return Verdict.TOO_EARLY;
        }
        return ratio.fell() ? Verdict.FELL : ratio.rose() ? Verdict.ROSE : Verdict.UNCLEAR;
    }

    /** Change against the control: -0.7 is a fall by 70 %. */
    public double change() {
        return ratio.times() - 1;
    }

    /** What that does to the number of all tickets, where all others stay as they are: 28 % that fall by 70 % are -0.196. */
    public double changeOfAll() {
        return shareBefore * change();
    }

    public String sentence() {
        return switch (verdict) {
            case TOO_FEW ->
                "Too few tickets to tell: " + Wording.number(before) + " in the four weeks before, where " + FEWEST
                        + " are needed.";
            case TOO_EARLY ->
                "Too early to say: " + days + " of " + LEAST + " whole days are over, with " + Wording.tickets(after)
                        + ".";
            case FELL ->
                "Fell by " + Wording.percent(-change()) + " against " + control.words() + ", certain: between "
                        + Wording.percent(1 - ratio.high())
                        + " and " + Wording.percent(1 - ratio.low()) + ". " + counts()
                        + " With nothing else changed, all tickets fall by " + Wording.percent(-changeOfAll()) + "."
                        + control.note(Marker.Kind.FIX);
            case ROSE ->
                "Rose by " + Wording.percent(change()) + " against " + control.words()
                        + ", certain: the fix has not helped. "
                        + counts() + control.note(Marker.Kind.FIX);
            case UNCLEAR ->
                "No certain change: anything from " + signed(ratio.low() - 1) + " to " + signed(ratio.high() - 1)
                        + " fits the numbers. " + counts() + control.note(Marker.Kind.FIX);
        };
    }

    private String counts() {
        return Wording.number(before) + " in the 28 days before (" + Wording.percent(shareBefore) + " of all), "
                + Wording.number(after) + " in the " + days + " days since (" + Wording.percent(shareAfter) + ").";
    }

    private static String signed(double change) {
        return (change > 0 ? "+" : "") + Wording.percent(change);
    }
}
