package groundswell.insights.surges;

import groundswell.insights.Surge;
import groundswell.insights.SurgeKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Eight weeks of an invented company: twenty themes with a rhythm of weekdays and hours, and rises that are known. */
final class SimulatedHistory {
    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    static final int DAYS = 56, FIRST_RISE = 14;
    static final ZoneId ZONE = ZoneOffset.UTC;

    /** A rise that was put in. */
    record Rise(SurgeKey key, Instant from, Instant to, double usualPerHour) {
        boolean meets(Surge surge) {
            return surge.key().equals(key)
                    && surge.opened().isAfter(from)
                    && !surge.opened().isAfter(to.plus(1, ChronoUnit.HOURS));
        }

        Duration until(Surge surge) {
            return Duration.between(from, surge.opened());
        }
    }

    final Map<SurgeKey, int[]> quarters = new TreeMap<>();
    final List<Rise> rises = new ArrayList<>();
    private final SplittableRandom random;
    private final double spread;

    /** @param spread by how much an hour varies beyond chance; 0 is Poisson */
    SimulatedHistory(long seed, double spread, double times) {
        this.random = new SplittableRandom(seed);
        this.spread = spread;
        var themes = new ArrayList<double[]>();
        for (int theme = 0; theme < 20; theme++) {
            var perHour = 0.4 + theme * theme * 0.03;
            var office = random.nextDouble(0.4, 1);
            var hours = new double[DAYS * 24];
            for (int hour = 0; hour < hours.length; hour++) {
                hours[hour] = perHour * rhythm(hour, office);
            }
            themes.add(hours);
        }
        var rising = new HashMap<Integer, double[]>();
        for (int day = FIRST_RISE; day < DAYS; day += 2) {
            rise(day, themes, rising, times);
        }
        var flood = 24 * (30 + random.nextInt(5)) + 9;
        var missing = 24 * (20 + random.nextInt(5));
        for (int theme = 0; theme < 20; theme++) {
            var counts = new int[DAYS * 96];
            for (int hour = 0; hour < DAYS * 24; hour++) {
                var mean = themes.get(theme)[hour]
                        * rising.getOrDefault(theme, NONE)[hour]
                        * (hour >= flood && hour < flood + 10 ? 2.5 : 1)
                        * (hour >= missing && hour < missing + 24 ? 0 : 1);
                for (int quarter = 0, n = count(mean); n > 0; n--) {
                    counts[hour * 4 + random.nextInt(4)]++;
                }
            }
            quarters.put(key(theme), counts);
        }
        rises.add(new Rise(SurgeKey.ALL, at(flood), at(flood + 10), 0));
    }

    private static final double[] NONE =
            DoubleStream.generate(() -> 1).limit(DAYS * 24).toArray();

    private void rise(int day, List<double[]> themes, Map<Integer, double[]> rising, double times) {
        int theme = 9 + random.nextInt(11);
        int hour = day * 24 + random.nextInt(24);
        while (themes.get(theme)[hour] < 3 || roseLately(theme, hour)) {
            theme = 9 + random.nextInt(11);
            hour = day * 24 + random.nextInt(24);
        }
        int length = 8 + random.nextInt(17);
        var factors = rising.computeIfAbsent(theme, _ -> NONE.clone());
        Arrays.fill(factors, hour, Math.min(hour + length, DAYS * 24), times);
        rises.add(new Rise(key(theme), at(hour), at(Math.min(hour + length, DAYS * 24)), themes.get(theme)[hour]));
    }

    /** What returns within a day is the same rise. */
    private boolean roseLately(int theme, int hour) {
        return rises.stream()
                .anyMatch(rise -> rise.key().equals(key(theme))
                        && rise.to().plus(36, ChronoUnit.HOURS).isAfter(at(hour)));
    }

    private static double rhythm(int hour, double office) {
        int ofDay = hour % 24, ofWeek = hour / 24 % 7;
        var day = 0.35 + 1.3 * Math.exp(-Math.pow((ofDay - 13) / 4.5, 2));
        var week = ofWeek < 5 ? 1.15 : 0.5;
        return 1 - office + office * day * week;
    }

    /** Poisson, about a rate that is itself uncertain: log-normal, which is not the detector's own assumption. */
    private int count(double mean) {
        var sigma = Math.sqrt(Math.log1p(spread));
        var rate = mean * Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
        int count = 0;
        for (var left = rate + Math.log(1 - random.nextDouble()); left > 0; left += Math.log(1 - random.nextDouble())) {
            count++;
        }
        return count;
    }

    /** The surges of some of its days, where those of the days before are known. */
    List<Surge> surges(int fromDay, int toDay, List<Surge> before) {
        int first = Math.max(0, fromDay - 1);
        var counts = new QuarterCounts(at(first * 24), at(toDay * 24));
        each((key, at, n) -> counts.add(key, at, n));
        return SurgeDetector.in(counts, SurgeRules.USUAL, (day, found) -> usual(first + day, before, found));
    }

    private Map<SurgeKey, Usual> usual(int day, List<Surge> before, List<Surge> found) {
        var hours = new HourlyHistory(at(day * 24));
        each(hours::add);
        before.forEach(hours::leaveOut);
        found.forEach(hours::leaveOut);
        return Rhythm.of(hours, ZONE);
    }

    private interface Count {
        void of(SurgeKey key, Instant at, int tickets);
    }

    private void each(Count count) {
        quarters.forEach((key, row) -> {
            for (int quarter = 0; quarter < row.length; quarter++) {
                count.of(key, START.plusSeconds(900L * quarter), row[quarter]);
            }
        });
    }

    static SurgeKey key(int theme) {
        return SurgeKey.theme("theme-" + theme);
    }

    static Instant at(int hour) {
        return START.plus(hour, ChronoUnit.HOURS);
    }
}
