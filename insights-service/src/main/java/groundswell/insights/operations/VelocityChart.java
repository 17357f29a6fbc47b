package groundswell.insights.operations;

import groundswell.insights.CountedTicket;
import groundswell.insights.Heat;
import groundswell.insights.Names;
import groundswell.insights.Rolling;
import groundswell.insights.Span;
import groundswell.insights.Wording;
import groundswell.insights.operations.Board.Insight;
import groundswell.insights.operations.Board.Series;
import groundswell.insights.operations.Board.Velocity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast themes come in: each point is the count of the 24 hours that end there, the very number the aggregates give
 * for that moment. Eight days in steps of three hours make a week of points.
 */
record VelocityChart(
        List<Span> steps, Arrivals themes, @Nullable Heat hot, List<String> shown) {
    static final int PER_DAY = 8, STEPS = 8 * PER_DAY, LINES = 5;

    static VelocityChart of(List<Span> steps, Arrivals arrivals) {
        var hot = Heat.hottest(arrivals.byCode(), PER_DAY).orElse(null);
        record Ranked(String theme, boolean isHot, long lastDay, long all) {}
        var shown = arrivals.byCode().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(CountedTicket.UNCLASSIFIED))
                .map(entry -> new Ranked(
                        entry.getKey(),
                        hot != null && entry.getKey().equals(hot.theme()),
                        lastDay(entry.getValue()),
                        Arrays.stream(entry.getValue()).sum()))
                .sorted(Comparator.comparing((Ranked ranked) -> !ranked.isHot)
                        .thenComparing(ranked -> -ranked.lastDay)
                        .thenComparing(ranked -> -ranked.all)
                        .thenComparing(Ranked::theme))
                .limit(LINES)
                .map(Ranked::theme)
                .toList();
        return new VelocityChart(steps, arrivals, hot, shown);
    }

    Velocity velocity(Names names) {
        if (shown.isEmpty()) {
            return new Velocity(List.of(), List.of(), -1);
        }
        var lines = shown.stream()
                .map(theme -> Rolling.sums(themes.of(theme), PER_DAY))
                .toList();
        var points = new ArrayList<List<Object>>();
        for (int i = 0; i <= STEPS - PER_DAY; i++) {
            var point = new ArrayList<>();
            point.add(steps.get(i + PER_DAY - 1).to());
            for (var line : lines) {
                point.add(line[i]);
            }
            points.add(point);
        }
        var series = shown.stream().map(theme -> new Series(names.theme(theme))).toList();
        return new Velocity(series, points, hot == null ? -1 : 0);
    }

    Insight insight(Names names) {
        if (shown.isEmpty()) {
            return new Insight(null, null, false, "", true);
        }
        var first = shown.getFirst();
        var link = "/themes/" + first;
        if (hot == null) {
            var sentence = lastDay(themes.of(first)) == 0
                    ? "was the most frequent theme of the week; none came in during the last 24 hours."
                    : "leads the last 24 hours with " + Wording.tickets(lastDay(themes.of(first)))
                            + "; all themes are within their usual range.";
            return new Insight(names.theme(first), link, false, sentence, false);
        }
        var sentence = hot.unheardOf()
                ? "is new: " + Wording.tickets(hot.tickets()) + " in the last 24 hours, hardly any in the week before."
                : "comes in at " + Wording.times(hot.times()) + " times its usual rate: "
                        + Wording.tickets(hot.tickets()) + " in the last 24 hours, usually about "
                        + Math.round(hot.usual()) + ".";
        return new Insight(names.theme(first), link, true, sentence, false);
    }

    private static long lastDay(long[] steps) {
        return Arrays.stream(steps, steps.length - PER_DAY, steps.length).sum();
    }
}
