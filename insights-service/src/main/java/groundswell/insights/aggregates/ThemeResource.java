package groundswell.insights.aggregates;

import groundswell.insights.Asked;
import groundswell.insights.Calendar;
import groundswell.insights.Comparison;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Drill;
import groundswell.insights.Drill.Filter;
import groundswell.insights.Figure;
import groundswell.insights.InsightsRefused;
import groundswell.insights.Measure;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Progress;
import groundswell.insights.SecondaryThemes;
import groundswell.insights.Span;
import groundswell.insights.aggregates.Aggregates.Number;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code GET /api/insights/themes/{theme}}: one theme over a window, day by day and by team, channel, plan and whether they wrote before. */
@Path("/api/insights/themes/{theme}")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ThemeResource {
    private static final int DAYS = 28;

    /**
     * Tickets of the window that touch the theme and are mainly about another; they are in no other number here.
     *
     * @param link the tickets
     */
    public record Secondary(long tickets, String link) {}

    /** {@code days} are local days, the oldest first, up to today; {@code by} holds the parts of the window. */
    public record Answer(
            String theme,
            String name,
            String window,
            String timeZone,
            Span span,
            Span before,
            Number number,
            Map<String, List<Part>> by,
            List<Day> days,
            Secondary secondary,
            String counted) {}

    public record Part(String code, String name, Number number) {}

    public record Day(Span span, long tickets, String link) {}

    private final Counts counts;
    private final SecondaryThemes secondary;
    private final Names.Source names;
    private final Progress progress;
    private final Calendar calendar;

    ThemeResource(Counts counts, SecondaryThemes secondary, Names.Source names, Progress progress, Calendar calendar) {
        this.counts = counts;
        this.secondary = secondary;
        this.names = names;
        this.progress = progress;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            summary = "One theme in numbers",
            description = "Shares are of all tickets of the window; parts' shares are of the theme's.")
    @APIResponse(
            responseCode = "200",
            description = "Its count and velocity, its parts, and the last 28 days",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "No taxonomy names this theme and no ticket has it")
    public Response theme(String theme, @RestQuery @DefaultValue("28d") String window, @Context Request request) {
        var comparison = Asked.window(window).at(calendar.now(), calendar.zone());
        return Fresh.answer(request, progress, comparison, () -> answer(theme, window, comparison));
    }

    private Answer answer(String theme, String window, Comparison comparison) {
        var called = names.names();
        var only = Only.theme(theme);
        var days = days(only);
        var themes = counts.compare(comparison, Dimension.THEME, Only.ALL);
        var all = themes.values().stream().reduce(Figure.ZERO, Figure::plus);
        var figure = themes.getOrDefault(theme, Figure.ZERO);
        if (figure.equals(Figure.ZERO)
                && !called.themes().containsKey(theme)
                && days.stream().allMatch(day -> day.tickets() == 0)) {
            throw new InsightsRefused(
                    InsightsRefused.Reason.UNKNOWN_THEME,
                    "GET /api/insights/aggregates?by=theme lists those there are.");
        }
        var by = new LinkedHashMap<String, List<Part>>();
        for (var dimension : List.of(Dimension.TEAM, Dimension.CHANNEL, Dimension.PLAN, Dimension.HISTORY)) {
            by.put(dimension.code(), parts(comparison, dimension, only, figure, called));
        }
        return new Answer(
                theme,
                called.theme(theme),
                window,
                calendar.zone().getId(),
                comparison.span(),
                comparison.before(),
                Number.of(figure, all, Drill.opened(comparison.span(), only).api()),
                by,
                days,
                new Secondary(
                        secondary.touching(theme, comparison.span()),
                        Drill.opened(comparison.span(), Only.ALL, Filter.SECONDARY, theme)
                                .api()),
                Aggregates.HOW);
    }

    private List<Day> days(Only only) {
        var spans = calendar.days(DAYS);
        var tickets = counts.totals(spans, Measure.OPENED, only);
        var days = new ArrayList<Day>();
        for (int i = 0; i < spans.size(); i++) {
            days.add(new Day(
                    spans.get(i),
                    tickets.get(i),
                    Drill.opened(spans.get(i), only).api()));
        }
        return days;
    }

    private List<Part> parts(Comparison comparison, Dimension by, Only only, Figure whole, Names called) {
        return counts.compare(comparison, by, only).entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Figure>>comparingLong(
                                part -> -part.getValue().tickets())
                        .thenComparing(Map.Entry::getKey))
                .map(part -> new Part(
                        part.getKey(),
                        called.of(by, part.getKey()),
                        Number.of(
                                part.getValue(),
                                whole,
                                Drill.opened(comparison.span(), only.with(by, part.getKey()))
                                        .api())))
                .toList();
    }
}
