package groundswell.insights.aggregates;

import groundswell.insights.Calendar;
import groundswell.insights.Comparison;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Drill;
import groundswell.insights.Figure;
import groundswell.insights.InsightsRefused;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Progress;
import groundswell.insights.Span;
import groundswell.insights.TopFive;
import groundswell.insights.Week;
import groundswell.insights.aggregates.Aggregates.Number;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/insights/top-five}: what customers wrote most about in an ISO week (row I3). */
@Path("/api/insights/top-five")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class TopFiveResource {
    /**
     * @param closed whether the week is over; a running week is compared with the same stretch of the week before
     * @param realProblemFrom the share from which a theme is a real product problem
     */
    public record Answer(
            String week,
            String timeZone,
            boolean closed,
            Span span,
            Span before,
            Number total,
            double realProblemFrom,
            List<Place> places,
            String counted) {}

    public record Place(int rank, String theme, String name, Number number, boolean realProblem) {}

    private final Counts counts;
    private final Names.Source names;
    private final Progress progress;
    private final Calendar calendar;

    TopFiveResource(Counts counts, Names.Source names, Progress progress, Calendar calendar) {
        this.counts = counts;
        this.names = names;
        this.progress = progress;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(
            summary = "The five themes of a week",
            description = "Tickets without a theme are part of the total and never ranked.")
    @APIResponse(
            responseCode = "200",
            description = "At most five places, most tickets first",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "The week is not written as 2026-W07")
    public Response topFive(
            @Parameter(description = "ISO week such as 2026-W07; the running week if absent") @RestQuery @Nullable
                    String week,
            @Context Request request) {
        var asked = week == null ? Week.of(calendar.now(), calendar.zone()) : parse(week);
        var comparison = asked.soFar(calendar.now(), calendar.zone());
        return Fresh.answer(request, progress, comparison, () -> answer(asked, comparison));
    }

    private Answer answer(Week asked, Comparison comparison) {
        var figures = counts.compare(comparison, Dimension.THEME, Only.ALL);
        var all = figures.values().stream().reduce(Figure.ZERO, Figure::plus);
        var called = names.names();
        var places = TopFive.of(figures).stream()
                .map(place -> new Place(
                        place.rank(),
                        place.theme(),
                        called.theme(place.theme()),
                        Number.of(
                                place.figure(),
                                all,
                                Drill.opened(comparison.span(), Only.theme(place.theme()))
                                        .api()),
                        place.realProblem()))
                .toList();
        return new Answer(
                asked.toString(),
                calendar.zone().getId(),
                asked.closed(calendar.zone()).equals(comparison),
                comparison.span(),
                comparison.before(),
                Number.of(all, all, Drill.opened(comparison.span(), Only.ALL).api()),
                TopFive.REAL_PROBLEM,
                places,
                Aggregates.HOW);
    }

    private static Week parse(String week) {
        return Week.parse(week)
                .orElseThrow(() -> new InsightsRefused(
                        InsightsRefused.Reason.UNREADABLE_WEEK,
                        "Write weeks as 2026-W07: the ISO year, W, two digits."));
    }
}
