package groundswell.insights.effects;

import groundswell.insights.Calendar;
import groundswell.insights.CountedTicket;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Marker;
import groundswell.insights.Measure;
import groundswell.insights.Only;
import groundswell.insights.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Measures effects from the counts, in whole local days; one read each. */
@ApplicationScoped
public class EffectReader {
    /** Of a launch that names no theme, only those that anybody wrote about are looked at. */
    private static final int FEWEST = 8;

    /** Days around a marker and all counts by theme. */
    private record Days(List<Span> spans, List<Map<List<String>, Long>> counts, int before) {
        DailyShare share(Collection<String> themes, int from, int to) {
            var own = new long[to - from];
            var others = new long[to - from];
            for (int day = from; day < to; day++) {
                for (var count : counts.get(day).entrySet()) {
                    var theme = count.getKey().getFirst();
                    if (themes.contains(theme)) {
                        own[day - from] += count.getValue();
                    } else {
                        others[day - from] += count.getValue();
                    }
                }
            }
            return new DailyShare(own, others);
        }

        DailyShare before(Collection<String> themes) {
            return share(themes, 0, before);
        }

        DailyShare after(Collection<String> themes) {
            return share(themes, before, spans.size());
        }
    }

    private final Counts counts;
    private final Calendar calendar;

    EffectReader(Counts counts, Calendar calendar) {
        this.counts = counts;
        this.calendar = calendar;
    }

    /** The day of the fix itself counts for neither side. */
    FixEffect of(Marker fix) {
        var days = days(fix, FixEffect.BASELINE, 1, FixEffect.LONGEST);
        return FixEffect.of(days.before(fix.themes()), days.after(fix.themes()));
    }

    /** By theme, in the order of the codes. */
    Map<String, LaunchEffect> ofLaunch(Marker launch) {
        var days = days(launch, LaunchEffect.BASELINE, 0, LaunchEffect.LONGEST);
        var effects = new LinkedHashMap<String, LaunchEffect>();
        for (var theme : launch.themes().isEmpty() ? written(days) : new TreeSet<>(launch.themes())) {
            var one = Set.of(theme);
            effects.put(theme, LaunchEffect.of(days.before(one), days.after(one)));
        }
        return effects;
    }

    private static Set<String> written(Days days) {
        var tickets = new HashMap<String, Long>();
        days.counts()
                .subList(days.before(), days.counts().size())
                .forEach(day -> day.forEach((codes, n) -> tickets.merge(codes.getFirst(), n, Long::sum)));
        tickets.keySet().remove(CountedTicket.UNCLASSIFIED);
        tickets.values().removeIf(n -> n < FEWEST);
        return new TreeSet<>(tickets.keySet());
    }

    /** Tickets of each day from four weeks before to now, three months after at most. */
    TreeMap<LocalDate, Long> daily(Marker marker, Collection<String> themes) {
        var days = days(marker, LaunchEffect.BASELINE, 0, LaunchEffect.LONGEST);
        var daily = new TreeMap<LocalDate, Long>();
        var all = days.share(themes, 0, days.spans().size());
        for (int day = 0; day < all.days(); day++) {
            daily.put(days.spans().get(day).from().atZone(calendar.zone()).toLocalDate(), all.themes()[day]);
        }
        return daily;
    }

    /** Whole days before the marker's, and from {@code skip} days after it on, as far as they are over. */
    private Days days(Marker marker, int before, int skip, int longest) {
        var day = marker.at().atZone(calendar.zone()).toLocalDate();
        var today = calendar.now().atZone(calendar.zone()).toLocalDate();
        var spans = new ArrayList<Span>();
        for (var one = day.minusDays(before); one.isBefore(day); one = one.plusDays(1)) {
            spans.add(span(one));
        }
        for (var one = day.plusDays(skip);
                one.isBefore(today) && one.isBefore(day.plusDays(skip + longest));
                one = one.plusDays(1)) {
            spans.add(span(one));
        }
        return new Days(spans, counts.in(spans, Measure.OPENED, List.of(Dimension.THEME), Only.ALL), before);
    }

    private Span span(LocalDate day) {
        return new Span(
                day.atStartOfDay(calendar.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    }

    /** The four weeks before it, as one span. */
    Span before(Marker marker) {
        var day = marker.at().atZone(calendar.zone()).toLocalDate();
        return new Span(
                day.minusDays(FixEffect.BASELINE).atStartOfDay(calendar.zone()).toInstant(),
                day.atStartOfDay(calendar.zone()).toInstant());
    }

    /** What came after it, as far as it is measured. */
    Span after(Marker marker) {
        var first =
                marker.at().atZone(calendar.zone()).toLocalDate().plusDays(marker.kind() == Marker.Kind.FIX ? 1 : 0);
        var today = calendar.now().atZone(calendar.zone()).toLocalDate();
        var last = first.plusDays(marker.kind() == Marker.Kind.FIX ? FixEffect.LONGEST : 7);
        var to = last.isBefore(today) ? last : today;
        var from = first.atStartOfDay(calendar.zone()).toInstant();
        return new Span(
                from,
                to.isBefore(first) ? from : to.atStartOfDay(calendar.zone()).toInstant());
    }
}
