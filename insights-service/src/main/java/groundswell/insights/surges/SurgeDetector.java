package groundswell.insights.surges;

import groundswell.insights.CountedTicket;
import groundswell.insights.Surge;
import groundswell.insights.SurgeKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the surges of a stretch of time, quarter hour by quarter hour as they would have been found live: what it says of
 * one quarter hour depends on nothing later. Pure: the same counts give the same surges.
 */
final class SurgeDetector {
    private static final int DAY = 96, HOUR = 4;

    /** Part of all tickets, and no theme. */
    private static final SurgeKey UNCLASSIFIED = SurgeKey.theme(CountedTicket.UNCLASSIFIED);

    private final SurgeRules rules;
    private final QuarterCounts counts;
    private final SortedMap<SurgeKey, Level> levels = new TreeMap<>();
    private final SortedMap<SurgeKey, Ongoing> ongoing = new TreeMap<>();
    private final SortedMap<SurgeKey, Ongoing> ended = new TreeMap<>();
    private final List<Surge> found = new ArrayList<>();
    private final Level all;
    /** Since when something is known to be usual; windows begin no earlier. */
    private int knownFrom = Integer.MAX_VALUE;

    private SurgeDetector(SurgeRules rules, QuarterCounts counts) {
        this.rules = rules;
        this.counts = counts;
        all = new Level(SurgeKey.ALL, counts.quarters());
    }

    /**
     * @param counts from the day before the first that is looked at, whose quarter hours only fill the windows
     * @param usual what is usual on the n-th day of {@code counts}, given the surges found before it
     * @return in the order in which they opened; those that last are not closed
     */
    static List<Surge> in(QuarterCounts counts, SurgeRules rules, UsualOnDay usual) {
        var detector = new SurgeDetector(rules, counts);
        for (int quarter = 0; quarter < counts.quarters(); quarter++) {
            if (quarter % DAY == 0) {
                detector.begin(quarter, usual.on(quarter / DAY, detector.soFar()));
            }
            detector.step(quarter);
        }
        return detector.soFar();
    }

    /** What is usual on a day, once the surges of the days before it are known. */
    interface UsualOnDay {
        Map<SurgeKey, Usual> on(int day, List<Surge> before);
    }

    private List<Surge> soFar() {
        var surges = new ArrayList<>(found);
        ended.values().forEach(one -> surges.add(one.surge(true)));
        ongoing.values().forEach(one -> surges.add(one.surge(false)));
        surges.sort(Comparator.comparing(Surge::opened).thenComparing(Surge::key));
        return surges;
    }

    private void begin(int quarter, Map<SurgeKey, Usual> day) {
        for (var key : counts.counts().keySet()) {
            levels.computeIfAbsent(key, _ -> new Level(key, counts.quarters()));
        }
        day.keySet().forEach(key -> levels.computeIfAbsent(key, _ -> new Level(key, counts.quarters())));
        levels.values().forEach(level -> level.begin(day.getOrDefault(level.key(), Usual.NOTHING)));
        if (!day.isEmpty()) {
            knownFrom = Math.min(knownFrom, quarter);
        }
        all.begin(whole(day));
    }

    /** All tickets vary together as much as two hours of one usual theme do. */
    private static Usual whole(Map<SurgeKey, Usual> day) {
        var hours = new double[24];
        day.forEach((key, usual) -> {
            for (int h = 0; key.kind() == SurgeKey.Kind.THEME && h < 24; h++) {
                hours[h] += usual.hours()[h];
            }
        });
        return new Usual(hours, Rhythm.PRIOR_SPREAD, Rhythm.PRIOR_SPREAD);
    }

    private void step(int quarter) {
        int total = 0;
        for (var level : levels.values()) {
            var row = counts.counts().get(level.key());
            int tickets = row == null ? 0 : row[quarter];
            level.step(quarter, tickets);
            total += isTheme(level) ? tickets : 0;
        }
        all.step(quarter, total);
        if (quarter >= Math.max(DAY, knownFrom)) {
            for (var level : levels.values()) {
                if (!level.key().equals(UNCLASSIFIED)) {
                    look(level, quarter + 1);
                }
            }
            look(all, quarter + 1);
        }
    }

    private void look(Level level, int to) {
        var one = ongoing.get(level.key());
        if (one != null) {
            one.step(
                    to,
                    unusual(level, knownFrom, to, SurgeRules.STILL_WINDOWS, rules.fewest() / 2, SurgeRules.STILL) >= 0);
            if (to - one.unusualTo > SurgeRules.QUIET) { // the running quarter hour is not over yet
                ongoing.remove(level.key());
                ended.put(level.key(), one);
            }
        } else {
            // a long window remembers a surge that is over
            var before = ended.get(level.key());
            int earliest = before == null ? knownFrom : Math.max(knownFrom, before.unusualTo);
            int from = unusual(level, earliest, to, SurgeRules.WINDOWS, rules.fewest(), rules.chance());
            if (from >= 0) {
                begin(level, from, to);
            }
        }
    }

    private void begin(Level level, int from, int to) {
        var before = ended.remove(level.key());
        if (before != null && from - before.unusualTo <= SurgeRules.RESUMED) {
            before.step(to, true);
            ongoing.put(level.key(), before);
        } else {
            if (before != null) {
                found.add(before.surge(true));
            }
            ongoing.put(level.key(), new Ongoing(level, from, to));
        }
    }

    /** Start of the shortest window that is unusual; negative where none is. */
    private int unusual(Level level, int earliest, int to, int[] windows, int fewest, double chance) {
        for (int window : windows) {
            int from = to - window;
            if (from >= earliest && level.seen(from, to) >= fewest) {
                var own = level == all ? others(null, from, to) : Sum.of(level, from, to);
                var flood = level == all ? 1 : others(level, from, to).aboveUsual();
                if (own.seen >= fewest
                        && own.seen >= rules.times() * flood * own.expected
                        && level.chance(own, window, flood) < chance * window / SurgeRules.TWO_HOURS) {
                    return from;
                }
            }
        }
        return -1;
    }

    /** All tickets but those of one theme, and of those that surge by themselves: a general flood is nobody's surge. */
    private Sum others(@Nullable Level but, int from, int to) {
        var others = Sum.of(all, from, to);
        if (but != null && isTheme(but)) {
            others = others.minus(Sum.of(but, from, to));
        }
        for (var other : ongoing.values()) {
            others = others.without(other, but, from, to);
        }
        for (var other : ended.values()) {
            if (other.unusualTo > from) {
                others = others.without(other, but, from, to);
            }
        }
        return others;
    }

    private static boolean isTheme(Level level) {
        return level.key().kind() == SurgeKey.Kind.THEME;
    }

    /** Tickets of a window, seen and expected. */
    record Sum(int seen, double expected) {
        /** So many tickets are needed before their number says much. */
        private static final double SURE = 10;

        static Sum of(Level level, int from, int to) {
            return new Sum(level.seen(from, to), level.expected(from, to));
        }

        /** The surge of another theme is no part of a flood. */
        private Sum without(Ongoing surge, @Nullable Level but, int from, int to) {
            return surge.level != but && isTheme(surge.level) ? minus(of(surge.level, from, to)) : this;
        }

        Sum minus(Sum other) {
            return new Sum(seen - other.seen, Math.max(0, expected - other.expected));
        }

        double aboveUsual() {
            return Math.max(1, (seen + SURE) / (expected + SURE));
        }
    }

    /** A surge that lasts, or may go on tomorrow. */
    private final class Ongoing {
        private final Level level;
        private final int began;
        private final int opened;
        private int unusualTo;
        private int peakTo;

        private Ongoing(Level level, int began, int opened) {
            this.level = level;
            this.began = began;
            this.opened = opened;
            unusualTo = opened;
            peakTo = opened;
        }

        private void step(int to, boolean unusual) {
            if (unusual) {
                unusualTo = to;
                if (hour(to) > hour(peakTo)) {
                    peakTo = to;
                }
            }
        }

        private int hour(int to) {
            return level.seen(Math.max(0, to - HOUR), to);
        }

        private Surge surge(boolean closed) {
            return new Surge(
                    level.key(),
                    counts.at(began),
                    counts.at(opened),
                    counts.at(unusualTo),
                    counts.at(peakTo),
                    hour(peakTo),
                    level.seen(began, unusualTo),
                    Math.round(level.expected(began, unusualTo) * 10) / 10.0,
                    closed);
        }
    }
}
