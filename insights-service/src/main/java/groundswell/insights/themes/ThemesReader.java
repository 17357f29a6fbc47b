package groundswell.insights.themes;

import groundswell.insights.Calendar;
import groundswell.insights.CountedTicket;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Drill;
import groundswell.insights.Figure;
import groundswell.insights.Measure;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.TopFive;
import groundswell.insights.Window;
import groundswell.insights.Wording;
import groundswell.insights.http.Tab;
import groundswell.insights.themes.ThemesView.Mover;
import groundswell.insights.themes.ThemesView.Ranking;
import groundswell.insights.themes.ThemesView.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All themes of a window, ranked: three indexed reads. */
@ApplicationScoped
public class ThemesReader {
    private static final int SPARK_DAYS = 14, MOVER_FROM = 8;

    private final Counts counts;
    private final Names.Source names;
    private final Calendar calendar;

    ThemesReader(Counts counts, Names.Source names, Calendar calendar) {
        this.counts = counts;
        this.names = names;
        this.calendar = calendar;
    }

    static List<Tab> tabs(Window chosen) {
        return Tab.windows(List.of(Window.values()), chosen);
    }

    Ranking ranking(Window window) {
        var comparison = window.at(calendar.now(), calendar.zone());
        var themes = counts.compare(comparison, Dimension.THEME, Only.ALL);
        var all = themes.values().stream().reduce(Figure.ZERO, Figure::plus);
        var called = names.names();
        var days = days();
        var ranked = themes.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Figure>, Boolean>comparing(
                                theme -> theme.getKey().equals(CountedTicket.UNCLASSIFIED))
                        .thenComparing(theme -> -theme.getValue().tickets())
                        .thenComparing(theme -> -theme.getValue().before())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        var rows = new ArrayList<Row>();
        for (var theme : ranked) {
            var figure = theme.getValue();
            var code = theme.getKey();
            var share = figure.shareOf(all);
            var realProblem = share >= TopFive.REAL_PROBLEM && !code.equals(CountedTicket.UNCLASSIFIED);
            rows.add(new Row(
                    rows.size() + 1,
                    code,
                    called.theme(code),
                    called.teamOfTheme().containsKey(code)
                            ? called.team(called.teamOfTheme().get(code))
                            : "",
                    Wording.number(figure.tickets()),
                    Drill.opened(comparison.span(), Only.theme(code)).page(),
                    Wording.percent(share),
                    Math.round(share * 100),
                    Wording.change(figure),
                    realProblem,
                    Wording.line(days.getOrDefault(code, new long[SPARK_DAYS])),
                    realProblem && figure.tickets() > figure.before() ? "up" : "flat"));
        }
        return new Ranking(
                window.code(),
                tabs(window),
                comparison.span(),
                calendar.zone().getId(),
                Wording.tickets(all.tickets()),
                Drill.opened(comparison.span(), Only.ALL).page(),
                mover(themes, called),
                rows);
    }

    private Map<String, long[]> days() {
        var spans = calendar.days(SPARK_DAYS);
        var sums = counts.in(spans, Measure.OPENED, List.of(Dimension.THEME), Only.ALL);
        var days = new HashMap<String, long[]>();
        for (int i = 0; i < spans.size(); i++) {
            for (var sum : sums.get(i).entrySet()) {
                days.computeIfAbsent(sum.getKey().getFirst(), _ -> new long[SPARK_DAYS])[i] = sum.getValue();
            }
        }
        return days;
    }

    /** Whose count rose by most tickets; a handful is nobody's news. */
    private static @Nullable Mover mover(Map<String, Figure> themes, Names called) {
        return themes.entrySet().stream()
                .filter(theme -> !theme.getKey().equals(CountedTicket.UNCLASSIFIED))
                .filter(theme -> theme.getValue().tickets() >= MOVER_FROM
                        && theme.getValue().tickets() > theme.getValue().before())
                .max(Comparator.comparingLong((Map.Entry<String, Figure> theme) ->
                                theme.getValue().tickets() - theme.getValue().before())
                        .thenComparing(Map.Entry::getKey))
                .map(theme ->
                        new Mover(called.theme(theme.getKey()), "/themes/" + theme.getKey(), grew(theme.getValue())))
                .orElse(null);
    }

    private static String grew(Figure figure) {
        return figure.isNew()
                ? "is new: " + Wording.tickets(figure.tickets()) + ", none in the window before."
                : "grew most: " + Wording.tickets(figure.tickets()) + ", "
                        + Wording.signed(figure.tickets() - figure.before()) + " against the window before.";
    }
}
