package groundswell.insights;

/**
 * How much more the days of a span vary than chance makes them, apart from their weekday.
 *
 * @param times the variance that chance alone would give; 1 where they don't vary more
 * @param freedom degrees of freedom that it rests on
 */
record Dispersion(double times, double freedom) {
    /** Chance alone. */
    private static final Dispersion NONE = new Dispersion(1, Double.POSITIVE_INFINITY);

    /**
     * What the days varied is added up before it is divided by what chance would make of it: weekdays with many tickets, on which a
     * sum rests, say most. They are then fewer than they seem, hence Satterthwaite's degrees of freedom.
     */
    static Dispersion of(DailyShare days) {
        double seen = 0, chance = 0, weight = 0;
        for (int first = 0; first < Math.min(7, days.days()); first++) {
            var weekday = days.on(days.firstDay().plus(first));
            if (weekday.days() < 2) {
                continue;
            }
            var share = weekday.all() == 0 ? 0 : (double) weekday.themes() / weekday.all();
            // of n days that are held against their own mean, n - 1 are free to vary
            double free = weekday.days() - 1;
            var usual = free / weekday.days() * weekday.all() * share * (1 - share);
            for (int day = first; day < days.days(); day += 7) {
                var all = days.themes()[day] + days.others()[day];
                seen += Math.pow(days.themes()[day] - all * share, 2);
            }
            chance += usual;
            weight += usual * usual / free;
        }
        return seen <= chance ? NONE : new Dispersion(seen / chance, chance * chance / weight);
    }

    /**
     * As many standard errors as hold what {@code z} of them hold where the variance is known: Student's quantile by Cornish and
     * Fisher's expansion, right to one in a hundred from seven degrees of freedom on.
     */
    double errors(double z) {
        var third = (Math.pow(z, 3) + z) / 4;
        var fifth = (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / 96;
        return z + third / freedom + fifth / (freedom * freedom);
    }
}
