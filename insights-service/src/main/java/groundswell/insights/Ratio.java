package groundswell.insights;

/**
 * How many times as many tickets of some themes there are against all others after something as before it, with a 95 %
 * confidence interval. Both are counts against a control, so the logarithm's variance is the sum of four reciprocals (as in any two-by-two table),
 * times how much the days varied beyond chance before.
 */
public record Ratio(double times, double low, double high) {
    /** Standard errors that hold 95 of 100 cases. */
    static final double ONE = 1.959964;

    /** The same for some two hundred looks together: where all themes are looked at, one of them is always unusual. */
    static final double MANY = 3.66;

    public static Ratio of(DailyShare before, DailyShare after) {
        return of(before, after, ONE);
    }

    public static Ratio of(DailyShare before, DailyShare after, double z) {
        // a half is added to each so that nothing is divided by zero; it hardly matters where n is not tiny
        double a = after.tickets() + 0.5,
                ca = after.control() + 0.5,
                b = before.tickets() + 0.5,
                cb = before.control() + 0.5;
        var log = Math.log(a / ca) - Math.log(b / cb);
        var error = z * Math.sqrt(before.dispersion() * (1 / a + 1 / ca + 1 / b + 1 / cb));
        return new Ratio(Math.exp(log), Math.exp(log - error), Math.exp(log + error));
    }

    public boolean fell() {
        return high < 1;
    }

    public boolean rose() {
        return low > 1;
    }
}
