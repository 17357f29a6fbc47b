package groundswell.insights.surges;

import groundswell.insights.Counts;
import groundswell.insights.Measure;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.Surge;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A surge's tickets from a day before it began to a day after its end, beside the same local hours of the four weeks before. As
 * charts.js reads it.
 */
record SurgeTrend(List<Series> series, List<List<Object>> points, List<Mark> marks, int hot) {
    record Series(String name) {}

    record Mark(Instant at, String label) {}

    private static final int MOST_POINTS = 96, WEEKS = 4;
    private static final Duration AROUND = Duration.ofDays(1);

    static SurgeTrend of(Surge surge, Only only, Counts counts, Instant now, ZoneId zone) {
        var steps = steps(surge, now);
        var spans = new ArrayList<>(steps);
        for (int week = 1; week <= WEEKS; week++) {
            for (var step : steps) {
                spans.add(new Span(back(step.from(), week, zone), back(step.to(), week, zone)));
            }
        }
        var tickets = counts.totals(spans, Measure.OPENED, only);
        var points = new ArrayList<List<Object>>();
        for (int i = 0; i < steps.size(); i++) {
            double usual = 0;
            for (int week = 1; week <= WEEKS; week++) {
                usual += tickets.get(week * steps.size() + i);
            }
            points.add(List.of(steps.get(i).from(), tickets.get(i), usual / WEEKS));
        }
        var hours = steps.getFirst().length().toHours();
        var marks = new ArrayList<>(List.of(new Mark(surge.began(), "Began")));
        if (surge.closed()) {
            marks.add(new Mark(surge.unusualTo(), "Over"));
        }
        return new SurgeTrend(
                List.of(
                        new Series(hours == 1 ? "Tickets an hour" : "Tickets in " + hours + " hours"),
                        new Series("Mean of four weeks")),
                points,
                marks,
                -1);
    }

    /** The same hour of the local day. */
    private static Instant back(Instant at, int weeks, ZoneId zone) {
        return at.atZone(zone).minusWeeks(weeks).toInstant();
    }

    private static List<Span> steps(Surge surge, Instant now) {
        var from = surge.began().minus(AROUND).truncatedTo(ChronoUnit.HOURS);
        var end = surge.unusualTo().plus(AROUND);
        var to = end.isBefore(now) ? end : now;
        long hours = Math.max(1, Math.ceilDiv(Duration.between(from, to).toHours(), MOST_POINTS));
        var steps = new ArrayList<Span>();
        var last = to.minus(Duration.ofHours(hours)); // an hour that is still running would look like the end
        for (var at = from; !at.isAfter(last); at = at.plus(Duration.ofHours(hours))) {
            steps.add(new Span(at, at.plus(Duration.ofHours(hours))));
        }
        return steps;
    }
}
