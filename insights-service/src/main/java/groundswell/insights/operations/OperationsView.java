package groundswell.insights.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Operations page as it stands: everything in words and figures, nothing left for the template to decide. Each list
 * is one fragment, so that the first paint and every live update come from the same lines.
 */
public record OperationsView(List<Figure> figures, Headline headline, List<Place> top, List<Line> queues) {
    /**
     * @param key stable, such as {@code open}: a changed value lights up by it
     * @param spark at most 24 values, oldest first, joined by commas
     * @param trend {@code up} where more is worse and it rises, {@code down} where it falls, {@code flat} else
     * @param alarm somebody has to act now
     * @param tone of the change: {@code bad}, {@code ok} or empty
     * @param href the tickets behind it; null where nothing can be listed
     */
    public record Figure(
            String key,
            String name,
            String value,
            @Nullable String unit,
            String spark,
            String trend,
            boolean alarm,
            String tone,
            String change,
            String note,
            @Nullable String href) {}

    /** One plain sentence above the chart: what is happening. {@code theme} is null while nothing is unusual. */
    public record Headline(@Nullable String theme, String sentence) {}

    /**
     * One of this week's top five.
     *
     * @param percent share of all tickets of the week
     * @param width the bar's length in percent of the longest
     * @param change against the same stretch of last week, such as {@code +40 %} or {@code new}
     */
    public record Place(
            int rank,
            String code,
            String name,
            String tickets,
            String percent,
            int width,
            String change,
            String tone,
            boolean realProblem,
            String href) {}

    /**
     * A team's queue.
     *
     * @param waitingSince since when the customer who waits longest waits for us
     * @param load its open tickets as a percentage of the fullest queue's
     */
    public record Line(
            String team,
            String name,
            String tone,
            String pressure,
            long open,
            long unassigned,
            long pending,
            @Nullable Instant waitingSince,
            long resolved,
            int load) {}
}
