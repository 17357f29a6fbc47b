package groundswell.insights.operations;

import groundswell.insights.Span;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the Operations page shows at one moment, in words and numbers ready to be read. */
public record Board(
        List<Number> figures,
        List<SurgeRow> surges,
        Insight insight,
        Velocity velocity,
        TopFiveCard topFive,
        List<TeamRow> teams) {
    /**
     * One of the four figures.
     *
     * @param spark values of its line, the oldest first
     * @param rising {@code up} where the line's way is bad news, {@code down} where it is good, {@code flat} otherwise
     * @param tone {@code bad}, {@code ok} or nothing, for {@code delta}
     */
    public record Number(
            String key,
            String label,
            String value,
            @Nullable String unit,
            String link,
            String spark,
            String rising,
            String delta,
            String tone,
            String note,
            @Nullable Instant since) {}

    /** A surge that lasts. */
    public record SurgeRow(String id, String name, String link, String sentence, String ticketsLink, Instant since) {}

    /** One plain sentence: {@code theme} is what it is about, null where there is nothing to say it of. */
    public record Insight(@Nullable String theme, @Nullable String link, boolean hot, String sentence, boolean empty) {}

    /** As charts.js reads it. */
    public record Velocity(List<Series> series, List<List<Object>> points, int hot) {}

    public record Series(String name) {}

    public record TopFiveCard(String week, Span span, List<Place> places) {}

    /**
     * One of the five.
     *
     * @param width its bar's length in percent of the longest
     */
    public record Place(
            int rank,
            String theme,
            String name,
            String link,
            String tickets,
            long width,
            String share,
            String change,
            boolean realProblem) {}

    public record TeamRow(
            String team,
            String name,
            String link,
            String state,
            String tone,
            String open,
            String openLink,
            String unassigned,
            String unassignedLink,
            String pending,
            @Nullable Instant waitingSince,
            String resolved,
            String resolvedLink,
            String spark,
            String rising) {}
}
