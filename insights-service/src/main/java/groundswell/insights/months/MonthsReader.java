package groundswell.insights.months;

import groundswell.insights.Calendar;
import groundswell.insights.CountedTicket;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Measure;
import groundswell.insights.Months;
import groundswell.insights.Only;
import groundswell.insights.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the last whole months in one read. */
@ApplicationScoped
public class MonthsReader {
    /** @param spans one a month, the oldest first */
    record Read(List<YearMonth> months, List<Span> spans, Map<String, Months> themes) {}

    private final Counts counts;
    private final Calendar calendar;

    MonthsReader(Counts counts, Calendar calendar) {
        this.counts = counts;
        this.calendar = calendar;
    }

    /** Tickets without a theme are part of the whole and no row. */
    Read last(int count) {
        var running = YearMonth.from(calendar.now().atZone(calendar.zone()));
        var months = new ArrayList<YearMonth>();
        var spans = new ArrayList<Span>();
        for (int ago = count; ago >= 1; ago--) {
            var month = running.minusMonths(ago);
            months.add(month);
            spans.add(new Span(
                    month.atDay(1).atStartOfDay(calendar.zone()).toInstant(),
                    month.plusMonths(1).atDay(1).atStartOfDay(calendar.zone()).toInstant()));
        }
        var all = new long[count];
        var tickets = new HashMap<String, long[]>();
        var sums = counts.in(spans, Measure.OPENED, List.of(Dimension.THEME), Only.ALL);
        for (int month = 0; month < count; month++) {
            for (var sum : sums.get(month).entrySet()) {
                all[month] += sum.getValue();
                tickets.computeIfAbsent(sum.getKey().getFirst(), _ -> new long[count])[month] = sum.getValue();
            }
        }
        tickets.remove(CountedTicket.UNCLASSIFIED);
        var themes = new TreeMap<String, Months>();
        tickets.forEach((theme, row) -> themes.put(theme, new Months(row, all)));
        return new Read(months, spans, themes);
    }
}
