package groundswell.insights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Tickets of whole local days by theme, read at once for any number of launches and fixes. Pure. */
public record Days(Map<LocalDate, Map<String, Long>> byDay, LocalDate today, ZoneId zone) {
    /** Of a launch that names no theme, only those that anybody wrote about are looked at. */
    private static final int FEWEST = 8;

    /** What must be known of a marker: four weeks before, and as long after as it is measured. */
    public static List<LocalDate> needed(Marker marker, LocalDate today, ZoneId zone) {
        var day = marker.at().atZone(zone).toLocalDate();
        return IntStream.rangeClosed(-LaunchEffect.BASELINE, LaunchEffect.LONGEST)
                .mapToObj(day::plusDays)
                .filter(one -> one.isBefore(today))
                .toList();
    }

    /** The day of the fix itself counts for neither side. */
    public FixEffect of(Marker fix) {
        var day = day(fix.at());
        return FixEffect.of(
                share(fix.themes(), before(day, FixEffect.BASELINE)),
                share(fix.themes(), after(day.plusDays(1), FixEffect.LONGEST)));
    }

    /** By theme, in the order of the codes. */
    public Map<String, LaunchEffect> ofLaunch(Marker launch) {
        var before = before(day(launch.at()), LaunchEffect.BASELINE);
        var after = after(day(launch.at()), LaunchEffect.LONGEST);
        var z = launch.themes().isEmpty() ? Ratio.MANY : Ratio.ONE;
        var effects = new LinkedHashMap<String, LaunchEffect>();
        for (var theme : launch.themes().isEmpty() ? written(after) : new TreeSet<>(launch.themes())) {
            var one = Set.of(theme);
            effects.put(theme, LaunchEffect.of(share(one, before), share(one, after), z));
        }
        return effects;
    }

    private Set<String> written(List<LocalDate> days) {
        var tickets = new HashMap<String, Long>();
        days.forEach(day -> counts(day).forEach((theme, n) -> tickets.merge(theme, n, Long::sum)));
        tickets.keySet().remove(CountedTicket.UNCLASSIFIED);
        tickets.values().removeIf(n -> n < FEWEST);
        return new TreeSet<>(tickets.keySet());
    }

    /** Tickets of each day from four weeks before to now, three months after at most. */
    public TreeMap<LocalDate, Long> daily(Marker marker, Collection<String> themes) {
        var daily = new TreeMap<LocalDate, Long>();
        for (var day : needed(marker, today, zone)) {
            daily.put(
                    day,
                    themes.stream()
                            .mapToLong(theme -> counts(day).getOrDefault(theme, 0L))
                            .sum());
        }
        return daily;
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static List<LocalDate> before(LocalDate day, int days) {
        return IntStream.rangeClosed(-days, -1).mapToObj(day::plusDays).toList();
    }

    /** As far as they are over. */
    private List<LocalDate> after(LocalDate first, int days) {
        var after = new ArrayList<LocalDate>();
        for (var day = first; day.isBefore(today) && after.size() < days; day = day.plusDays(1)) {
            after.add(day);
        }
        return after;
    }

    private DailyShare share(Collection<String> themes, List<LocalDate> days) {
        var own = new long[days.size()];
        var others = new long[days.size()];
        for (int i = 0; i < own.length; i++) {
            for (var count : counts(days.get(i)).entrySet()) {
                if (themes.contains(count.getKey())) {
                    own[i] += count.getValue();
                } else {
                    others[i] += count.getValue();
                }
            }
        }
        return new DailyShare(own, others);
    }

    private Map<String, Long> counts(LocalDate day) {
        return byDay.getOrDefault(day, Map.of());
    }
}
