package groundswell.insights.surges;

import groundswell.insights.SurgeKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What is usual on a day, from the eight weeks before it. Every key has a level, the house has a shape of the week (168
 * local hours), and a key bends that shape as far as its own same hours of earlier weeks bear it out: a rare theme has the
 * house's rhythm, a frequent one its own. What lies further back counts less.
 */
final class Rhythm {
    /** How much counts vary beyond chance where nothing else is known. */
    static final double PRIOR_SPREAD = 0.05;

    private static final int WEEK = 168, LEVEL_HOURS = 28 * 24, LEAST_KNOWN = 48;
    /** Own same hours are believed against the house's shape as if that were so many weeks of evidence. */
    private static final double SHAPE_WEIGHT = 4, HOUSE_SHAPE_WEIGHT = 0.5, PRIOR_WEIGHT = 40;
    /** Before two weeks are known, weekdays are not: anything may be off by so much. */
    private static final double YOUNG_SPREAD = 0.3;
    /** Half-life of ten days. */
    private static final double AGEING = Math.pow(0.5, 1.0 / 240);

    private final HourlyHistory history;
    private final ZoneId zone;
    private final int[] bucket = new int[HourlyHistory.HOURS];
    private final double[] ageing = new double[HourlyHistory.HOURS];
    private final double[] shape = new double[WEEK];
    private final double young;

    private Rhythm(HourlyHistory history, ZoneId zone) {
        this.history = history;
        this.zone = zone;
        young = YOUNG_SPREAD * Math.max(0, 1 - history.known() / (2.0 * WEEK));
        for (int hour = 0; hour < HourlyHistory.HOURS; hour++) {
            bucket[hour] = bucket(history.at(hour));
            ageing[hour] = Math.pow(AGEING, HourlyHistory.HOURS - hour);
        }
    }

    /** Empty while less than two days are known: then nothing can be called unusual. */
    static Map<SurgeKey, Usual> of(HourlyHistory history, ZoneId zone) {
        history.leaveOutHoles();
        var usual = new HashMap<SurgeKey, Usual>();
        if (history.known() >= LEAST_KNOWN) {
            var rhythm = new Rhythm(history, zone);
            rhythm.findShape();
            history.counts().forEach((key, counts) -> usual.put(key, rhythm.usual(key, counts)));
        }
        return usual;
    }

    private int bucket(Instant at) {
        var local = at.atZone(zone);
        return (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
    }

    private void findShape() {
        var sums = new double[WEEK];
        var weights = new double[WEEK];
        double all = 0, weight = 0;
        for (int hour = 0; hour < HourlyHistory.HOURS; hour++) {
            if (history.counts(hour)) {
                sums[bucket[hour]] += ageing[hour] * history.total(hour);
                weights[bucket[hour]] += ageing[hour];
                all += ageing[hour] * history.total(hour);
                weight += ageing[hour];
            }
        }
        var mean = Math.max(all / Math.max(weight, 1e-9), 1e-9);
        for (int b = 0; b < WEEK; b++) {
            shape[b] = (sums[b] + HOUSE_SHAPE_WEIGHT * mean) / ((weights[b] + HOUSE_SHAPE_WEIGHT) * mean);
        }
    }

    private Usual usual(SurgeKey key, int[] counts) {
        var rates = rates(key, counts, level(key, counts));
        var hours = new double[24];
        Arrays.setAll(hours, hour -> rates[bucket(history.at(HourlyHistory.HOURS + hour))]);
        return new Usual(hours, young + spread(key, counts, rates, 1), young + spread(key, counts, rates, 4));
    }

    /** Tickets in an average hour, lately. */
    private double level(SurgeKey key, int[] counts) {
        double tickets = 0, hours = 0;
        for (int hour = HourlyHistory.HOURS - LEVEL_HOURS; hour < HourlyHistory.HOURS; hour++) {
            if (history.counts(key, hour)) {
                tickets += ageing[hour] * counts[hour];
                hours += ageing[hour] * shape[bucket[hour]];
            }
        }
        return hours == 0 ? 0 : tickets / hours;
    }

    private double[] rates(SurgeKey key, int[] counts, double level) {
        var sums = new double[WEEK];
        var weights = new double[WEEK];
        for (int hour = 0; hour < HourlyHistory.HOURS; hour++) {
            if (history.counts(key, hour)) {
                sums[bucket[hour]] += counts[hour];
                weights[bucket[hour]]++;
            }
        }
        var rates = new double[WEEK];
        for (int b = 0; b < WEEK; b++) {
            rates[b] = (sums[b] + SHAPE_WEIGHT * level * shape[b]) / (weights[b] + SHAPE_WEIGHT);
        }
        return rates;
    }

    /** From what is left of the last four weeks after the rates; a few wild hours do not decide it. */
    private double spread(SurgeKey key, int[] counts, double[] rates, int together) {
        double beyond = 0, scale = 0;
        for (int hour = HourlyHistory.HOURS - LEVEL_HOURS; hour + together <= HourlyHistory.HOURS; hour += together) {
            int seen = 0;
            double expected = 0;
            for (int i = hour; i < hour + together; i++) {
                if (history.counts(key, i)) {
                    seen += counts[i];
                    expected += rates[bucket[i]];
                }
            }
            var most = 4 * Math.sqrt(expected + PRIOR_SPREAD * expected * expected) + 3;
            var off = Math.clamp(seen - expected, -most, most);
            beyond += OWN_PART * off * off - expected;
            scale += expected * expected;
        }
        return Math.max(0.005, (beyond + PRIOR_WEIGHT * PRIOR_SPREAD) / (scale + PRIOR_WEIGHT));
    }

    /** Each hour took part in the rate that it is held against, which makes it look closer than it is. */
    private static final double OWN_PART = 1.15;
}
