package groundswell.insights.themes;

import groundswell.insights.Span;
import groundswell.insights.http.Tab;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the two pages on themes show, in words and numbers ready to be read. */
final class ThemesView {
    record Ranking(
            String window,
            List<Tab> tabs,
            Span span,
            String zone,
            String total,
            String totalLink,
            @Nullable Mover mover,
            List<Row> rows) {}

    /** The theme that grew most. */
    record Mover(String name, String link, String sentence) {}

    /** @param rising {@code up} where a real problem grows, which is red; else {@code flat} */
    record Row(
            int rank,
            String code,
            String name,
            String team,
            String tickets,
            String ticketsLink,
            String share,
            long shareOfHundred,
            String change,
            boolean realProblem,
            String spark,
            String rising) {}

    /** @param secondary on tickets that touch it and are mainly about another; empty where there are none */
    record Theme(
            String code,
            String name,
            String team,
            List<Tab> tabs,
            Span span,
            String zone,
            String tickets,
            String ticketsLink,
            String rowsLink,
            String share,
            boolean realProblem,
            String change,
            String before,
            String beforeLink,
            String today,
            String todayLink,
            String usual,
            String spark,
            String window,
            Sentence sentence,
            String cost,
            String costFormula,
            String newcomers,
            String secondary,
            String secondaryLink,
            String satisfaction,
            String ratedLink,
            String waiting,
            String customers,
            String sentiment,
            List<Part> moods,
            List<Split> splits) {}

    record Sentence(boolean hot, String text) {}

    record Split(String title, List<Part> parts) {}

    record Part(String name, String link, String tickets, String share, long shareOfHundred) {}

    /** As charts.js reads it. */
    record Trend(List<Series> series, List<List<Object>> points, List<Mark> marks, int hot) {}

    record Mark(Instant at, String label) {}

    record Series(String name) {}

    private ThemesView() {}
}
