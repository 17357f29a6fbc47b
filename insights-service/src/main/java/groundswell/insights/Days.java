package groundswell.insights;

import groundswell.insights.BeforeAndAfter.Stretch;
import java.time.DayOfWeek;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tickets of whole local days by theme, read at once for any number of launches and fixes. Pure.
 *
 * @param touched what launches and fixes of those days may have moved: it is left out of the control of others
 */
public record Days(Map<LocalDate, Map<String, Long>> byDay, Collection<Touched> touched, LocalDate today, ZoneId zone) {
    /** Of a launch that names no theme, only those that anybody wrote about are looked at. */
    private static final int FEWEST = 8;

    /** Themes that a launch or fix of a day may have moved. */
    public record Touched(LocalDate day, Set<String> themes) {}

    public Days(Map<LocalDate, Map<String, Long>> byDay, LocalDate today, ZoneId zone) {
        this(byDay, List.of(), today, zone);
    }

    /**
     * The same days, knowing what was launched and fixed in them. A launch that names no theme touched those that certainly rose
     * with it: were all of them left out, nothing would be left to compare with.
     */
    public Days beside(Collection<Marker> markers) {
        var risen = new HashMap<LocalDate, Set<String>>();
        var touched = markers.stream()
                .map(marker -> new Touched(
                        day(marker.at()),
                        marker.themes().isEmpty()
                                ? risen.computeIfAbsent(day(marker.at()), _ -> risenWith(marker))
                                : Set.copyOf(marker.themes())))
                .toList();
        return new Days(byDay, touched, today, zone);
    }

    /** What must be known of a marker: four weeks before, and as long after as it is measured. */
    public static List<LocalDate> needed(Marker marker, LocalDate today, ZoneId zone) {
        return around(marker, LaunchEffect.LONGEST, today, zone);
    }

    /** What must be known of one that happened meanwhile, so that {@link #beside} can tell what it touched. */
    public static List<LocalDate> neededBeside(Marker marker, LocalDate today, ZoneId zone) {
        return marker.themes().isEmpty() ? around(marker, LaunchEffect.FIRST_WEEK, today, zone) : List.of();
    }

    private static List<LocalDate> around(Marker marker, int after, LocalDate today, ZoneId zone) {
        var day = marker.at().atZone(zone).toLocalDate();
        return IntStream.rangeClosed(-LaunchEffect.BASELINE, after)
                .mapToObj(day::plusDays)
                .filter(one -> one.isBefore(today))
                .toList();
    }

    /** The day of the fix itself counts for neither side. */
    public FixEffect of(Marker fix) {
        var day = day(fix.at());
        var before = before(day, FixEffect.BASELINE);
        var after = after(day.plusDays(1), FixEffect.LONGEST);
        var own = Set.copyOf(fix.themes());
        var held = held(before, after, after);
        var control = held.control(own);
        return FixEffect.of(held.before(own, control), held.after(own, control), control);
    }

    /** By theme, in the order of the codes. */
    public Map<String, LaunchEffect> ofLaunch(Marker launch) {
        return ofLaunch(launch, LaunchEffect.LONGEST);
    }

    private Map<String, LaunchEffect> ofLaunch(Marker launch, int longest) {
        var before = before(day(launch.at()), LaunchEffect.BASELINE);
        var after = after(day(launch.at()), longest);
        var z = launch.themes().isEmpty() ? Ratio.MANY : Ratio.ONE;
        var held = held(before, after, after.subList(0, Math.min(LaunchEffect.FIRST_WEEK, after.size())));
        var effects = new LinkedHashMap<String, LaunchEffect>();
        for (var theme : launch.themes().isEmpty() ? written(after) : new TreeSet<>(launch.themes())) {
            var one = Set.of(theme);
            var control = held.control(one);
            effects.put(theme, LaunchEffect.of(held.before(one, control), held.after(one, control), control, z));
        }
        return effects;
    }

    /** Tickets of the first week's whole days, as {@link LaunchEffect#seen}, whatever came of it. */
    public long inFirstWeek(Marker launch, String theme) {
        return after(day(launch.at()), LaunchEffect.FIRST_WEEK).stream()
                .mapToLong(day -> counts(day).getOrDefault(theme, 0L))
                .sum();
    }

    /** The first week decides that, so no more is looked at; of two on one day, it is the same. */
    private Set<String> risenWith(Marker launch) {
        var risen = new TreeSet<String>();
        ofLaunch(launch, LaunchEffect.FIRST_WEEK).forEach((theme, effect) -> {
            if (effect.rose()) {
                risen.add(theme);
            }
        });
        return risen;
    }

    /** From the first day before to the last one after, the day between them too. */
    private Set<String> touched(List<LocalDate> before, List<LocalDate> after) {
        var first = before.getFirst();
        var last = after.isEmpty() ? today : after.getLast();
        return touched.stream()
                .filter(one -> !one.day.isBefore(first) && !one.day.isAfter(last))
                .flatMap(one -> one.themes.stream())
                .collect(Collectors.toSet());
    }

    private Map<String, Long> sum(List<LocalDate> days) {
        var tickets = new HashMap<String, Long>();
        days.forEach(day -> counts(day).forEach((theme, n) -> tickets.merge(theme, n, Long::sum)));
        return tickets;
    }

    private Set<String> written(List<LocalDate> days) {
        var tickets = sum(days);
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

    /** @param deciding of those after, the days that decide whether enough is left to compare with */
    private BeforeAndAfter held(List<LocalDate> before, List<LocalDate> after, List<LocalDate> deciding) {
        return new BeforeAndAfter(touched(before, after), stretch(before), stretch(after), sum(before), sum(deciding));
    }

    private Stretch stretch(List<LocalDate> days) {
        var first = days.isEmpty() ? DayOfWeek.MONDAY : days.getFirst().getDayOfWeek();
        return new Stretch(first, days.stream().map(this::counts).toList());
    }

    private Map<String, Long> counts(LocalDate day) {
        return byDay.getOrDefault(day, Map.of());
    }
}
