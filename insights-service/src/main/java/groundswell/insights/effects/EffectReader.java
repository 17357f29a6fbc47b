package groundswell.insights.effects;

import groundswell.insights.Calendar;
import groundswell.insights.Counts;
import groundswell.insights.Days;
import groundswell.insights.Dimension;
import groundswell.insights.FixEffect;
import groundswell.insights.LaunchEffect;
import groundswell.insights.Marker;
import groundswell.insights.Measure;
import groundswell.insights.Only;
import groundswell.insights.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads what effects are measured from: one read for any number of launches and fixes. */
@ApplicationScoped
public class EffectReader {
    private final Counts counts;
    private final Marker.Source markers;
    private final Calendar calendar;

    EffectReader(Counts counts, Marker.Source markers, Calendar calendar) {
        this.counts = counts;
        this.markers = markers;
        this.calendar = calendar;
    }

    /** With all that was launched and fixed in the same days. */
    Days days(Collection<Marker> measured) {
        var needed = new TreeSet<LocalDate>();
        measured.forEach(marker -> needed.addAll(Days.needed(marker, today(), calendar.zone())));
        var beside = happenedOn(needed);
        beside.forEach(marker -> needed.addAll(Days.neededBeside(marker, today(), calendar.zone())));
        var days = List.copyOf(needed);
        var byDay = new HashMap<LocalDate, Map<String, Long>>();
        var sums =
                counts.in(days.stream().map(this::span).toList(), Measure.OPENED, List.of(Dimension.THEME), Only.ALL);
        for (int i = 0; i < days.size(); i++) {
            var themes = new HashMap<String, Long>();
            sums.get(i).forEach((codes, n) -> themes.put(codes.getFirst(), n));
            byDay.put(days.get(i), themes);
        }
        return new Days(byDay, today(), calendar.zone()).beside(beside);
    }

    private List<Marker> happenedOn(TreeSet<LocalDate> days) {
        return days.isEmpty()
                ? List.of()
                : markers.in(span(days.getFirst(), days.getLast().plusDays(1))).stream()
                        .filter(marker -> days.contains(day(marker)))
                        .toList();
    }

    private LocalDate day(Marker marker) {
        return marker.at().atZone(calendar.zone()).toLocalDate();
    }

    private LocalDate today() {
        return calendar.now().atZone(calendar.zone()).toLocalDate();
    }

    private Span span(LocalDate day) {
        return span(day, day.plusDays(1));
    }

    private Span span(LocalDate from, LocalDate to) {
        return new Span(
                from.atStartOfDay(calendar.zone()).toInstant(),
                to.atStartOfDay(calendar.zone()).toInstant());
    }

    /** The four weeks before it, as one span. */
    Span before(Marker marker) {
        var day = day(marker);
        return span(day.minusDays(FixEffect.BASELINE), day);
    }

    /** What came after it, as far as it is measured: of a launch the first week. */
    Span after(Marker marker) {
        var day = day(marker);
        var first = marker.kind() == Marker.Kind.FIX ? day.plusDays(1) : day;
        var last = first.plusDays(marker.kind() == Marker.Kind.FIX ? FixEffect.LONGEST : LaunchEffect.FIRST_WEEK);
        var to = last.isBefore(today()) ? last : today();
        return to.isBefore(first) ? span(first, first) : span(first, to);
    }
}
