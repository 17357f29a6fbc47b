package groundswell.insights;

import java.time.DayOfWeek;
import java.util.Arrays;

/**
 * How many times as many tickets of some themes there are against their control after something as before it, with a 95 %
 * confidence interval. Each weekday is held against its like and the seven are put together (Mantel and Haenszel; the
 * logarithm's variance is that of Robins, Breslow and Greenland): a theme that rests at the weekend does not seem to fall where
 * one of the spans has more weekends. The interval is widened by how much the days varied beyond chance before ({@link Dispersion}).
 */
public record Ratio(double times, double low, double high) {
    /** Standard errors that hold 95 of 100 cases. */
    static final double ONE = 1.959964;

    /** The same for some two hundred looks together: where all themes are looked at, one of them is always unusual. */
    static final double MANY = 3.66;

    /** Where no weekday is in both spans: it may be anything. */
    private static final Ratio UNKNOWN = new Ratio(1, 0, 1_000);

    public static Ratio of(DailyShare before, DailyShare after) {
        return of(before, after, ONE);
    }

    public static Ratio of(DailyShare before, DailyShare after, double z) {
        var weekdays = Arrays.stream(DayOfWeek.values())
                .filter(day -> before.on(day).days() > 0 && after.on(day).days() > 0)
                .toList();
        if (weekdays.isEmpty()) {
            return UNKNOWN;
        }
        // a half is added to each sum so that nothing is divided by zero; it hardly matters where n is not tiny
        var little = 0.5 / weekdays.size();
        double more = 0, fewer = 0, moreAlike = 0, mixed = 0, fewerAlike = 0;
        for (var weekday : weekdays) {
            var now = after.on(weekday);
            var then = before.on(weekday);
            double a = now.themes() + little,
                    ca = now.others() + little,
                    b = then.themes() + little,
                    cb = then.others() + little;
            var n = a + ca + b + cb;
            double up = a * cb / n, down = b * ca / n, agree = (a + cb) / n, differ = (b + ca) / n;
            more += up;
            fewer += down;
            moreAlike += agree * up;
            mixed += agree * down + differ * up;
            fewerAlike += differ * down;
        }
        var variance = moreAlike / (2 * more * more) + mixed / (2 * more * fewer) + fewerAlike / (2 * fewer * fewer);
        var log = Math.log(more / fewer);
        var dispersion = Dispersion.of(before);
        var error = dispersion.errors(z) * Math.sqrt(dispersion.times() * variance);
        return new Ratio(Math.exp(log), Math.exp(log - error), Math.exp(log + error));
    }

    public boolean fell() {
        return high < 1;
    }

    public boolean rose() {
        return low > 1;
    }
}
