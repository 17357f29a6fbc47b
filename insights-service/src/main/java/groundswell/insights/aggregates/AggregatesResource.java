package groundswell.insights.aggregates;

import static java.util.Objects.requireNonNullElseGet;

import groundswell.insights.Asked;
import groundswell.insights.Calendar;
import groundswell.insights.Comparison;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Drill;
import groundswell.insights.Figure;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Progress;
import groundswell.insights.aggregates.Aggregates.Number;
import groundswell.insights.aggregates.Aggregates.Row;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/insights/aggregates}: count, share and velocity by any combination of dimensions (row I2). */
@Path("/api/insights/aggregates")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class AggregatesResource {
    private static final int MOST = 1_000;

    private final Counts counts;
    private final Names.Source names;
    private final Progress progress;
    private final Calendar calendar;

    AggregatesResource(Counts counts, Names.Source names, Progress progress, Calendar calendar) {
        this.counts = counts;
        this.names = names;
        this.progress = progress;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(
            summary = "Count tickets over a window",
            description =
                    "Most tickets first. Rolling windows (1h, 24h, 7d, 28d) move in steps of 15 minutes and end with"
                            + " the running quarter hour; week and month are the last closed ones of the configured time zone.")
    @APIResponse(
            responseCode = "200",
            description = "The counts, with the edges of both windows and a link to the tickets behind each",
            content = @Content(schema = @Schema(implementation = Aggregates.class)))
    @APIResponse(responseCode = "304", description = "Nothing was counted since the ETag in If-None-Match")
    @APIResponse(responseCode = "400", description = "An unknown window or dimension; the answer says which there are")
    public Response aggregates(
            @Parameter(description = "1h, 24h, 7d, 28d, week or month") @RestQuery @DefaultValue("24h") String window,
            @Parameter(description = "Any of theme, team, channel, plan, history, joined by commas")
                    @RestQuery
                    @DefaultValue("theme")
                    String by,
            @Parameter(description = "As of this time, RFC 3339; now if absent") @RestQuery @Nullable String at,
            @RestQuery @Nullable String theme,
            @RestQuery @Nullable String team,
            @RestQuery @Nullable String channel,
            @RestQuery @Nullable String plan,
            @RestQuery @Nullable String history,
            @RestQuery @DefaultValue("200") int limit,
            @Context Request request) {
        var most = Asked.limit(limit, MOST);
        var dimensions = Asked.dimensions(by);
        var comparison = Asked.window(window).at(requireNonNullElseGet(Asked.time(at), calendar::now), calendar.zone());
        var only = new Only(theme, team, channel, plan, history);
        return Fresh.answer(
                request, progress, comparison, () -> aggregates(window, comparison, dimensions, only, most));
    }

    private Aggregates aggregates(String window, Comparison comparison, List<Dimension> by, Only only, int limit) {
        var figures = counts.compare(comparison, by, only);
        var all = figures.values().stream().reduce(Figure.ZERO, Figure::plus);
        var called = names.names();
        var rows = figures.entrySet().stream()
                .sorted(MOST_FIRST)
                .limit(limit)
                .map(entry -> row(by, entry.getKey(), entry.getValue(), all, comparison, only, called))
                .toList();
        return new Aggregates(
                window,
                calendar.zone().getId(),
                comparison.span(),
                comparison.before(),
                by.stream().map(Dimension::code).toList(),
                Number.of(all, all, Drill.opened(comparison.span(), only).api()),
                rows,
                figures.size() - rows.size(),
                Aggregates.HOW);
    }

    @GET
    @Path("csv")
    @Produces(Csv.TYPE)
    @RunOnVirtualThread
    @Operation(summary = "The same as CSV: one line a row")
    public String csv(
            @RestQuery @DefaultValue("24h") String window,
            @RestQuery @DefaultValue("theme") String by,
            @RestQuery @Nullable String at,
            @RestQuery @Nullable String theme,
            @RestQuery @Nullable String team,
            @RestQuery @Nullable String channel,
            @RestQuery @Nullable String plan,
            @RestQuery @Nullable String history,
            @RestQuery @DefaultValue("200") int limit) {
        var dimensions = Asked.dimensions(by);
        var comparison = Asked.window(window).at(requireNonNullElseGet(Asked.time(at), calendar::now), calendar.zone());
        var answer = aggregates(
                window,
                comparison,
                dimensions,
                new Only(theme, team, channel, plan, history),
                Asked.limit(limit, MOST));
        var columns = new ArrayList<String>();
        dimensions.forEach(dimension -> columns.addAll(List.of(dimension.code(), dimension.code() + "_name")));
        columns.addAll(List.of("from", "to", "tickets", "before", "share", "velocity"));
        var csv = new Csv(columns.toArray(String[]::new));
        for (var row : answer.rows()) {
            var cells = new ArrayList<>();
            dimensions.forEach(dimension -> {
                cells.add(row.codes().get(dimension.code()));
                cells.add(row.names().get(dimension.code()));
            });
            cells.add(answer.span().from());
            cells.add(answer.span().to());
            cells.add(row.number().tickets());
            cells.add(row.number().before());
            cells.add(row.number().share());
            cells.add(row.number().velocity() == null ? "" : row.number().velocity());
            csv.line(cells.toArray());
        }
        return csv.text();
    }

    private static final Comparator<Map.Entry<List<String>, Figure>> MOST_FIRST =
            Comparator.<Map.Entry<List<String>, Figure>>comparingLong(
                            row -> -row.getValue().tickets())
                    .thenComparingLong(row -> -row.getValue().before())
                    .thenComparing(row -> row.getKey().toString());

    private static Row row(
            List<Dimension> by,
            List<String> values,
            Figure figure,
            Figure all,
            Comparison comparison,
            Only only,
            Names called) {
        var codes = new LinkedHashMap<String, String>();
        var words = new LinkedHashMap<String, String>();
        var narrowed = only;
        for (int i = 0; i < by.size(); i++) {
            codes.put(by.get(i).code(), values.get(i));
            words.put(by.get(i).code(), called.of(by.get(i), values.get(i)));
            narrowed = narrowed.with(by.get(i), values.get(i));
        }
        return new Row(
                codes,
                words,
                Number.of(figure, all, Drill.opened(comparison.span(), narrowed).api()));
    }
}
