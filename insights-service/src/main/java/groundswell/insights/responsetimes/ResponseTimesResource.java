package groundswell.insights.responsetimes;

import groundswell.insights.Asked;
import groundswell.insights.Calendar;
import groundswell.insights.Comparison;
import groundswell.insights.CountedTicket;
import groundswell.insights.Dimension;
import groundswell.insights.Drill;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.Waiting;
import groundswell.insights.WaitingTime;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/insights/response-times}: how long customers wait for a first answer, and for a resolution. */
@Path("/api/insights/response-times")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ResponseTimesResource {
    /** @param all of all tickets; {@code items} by code, most first answers first */
    public record Answer(Span span, Span before, String by, Item all, List<Item> items, String counted) {}

    /** @param code null for all */
    public record Item(@Nullable String code, String name, Time firstReply, Time resolution) {}

    /**
     * In minutes, day and night; null where no wait ended.
     *
     * @param before the median of the window before
     * @param link the tickets
     */
    public record Time(
            long tickets,
            @Nullable Double median,
            @Nullable Double ninetieth,
            @Nullable Double before,
            List<Within> within,
            String link) {}

    /** So many tickets waited no longer than so many minutes. */
    public record Within(long minutes, long tickets) {}

    static final String HOW =
            "Times run from the opening of a ticket, day and night, to its first answer by a person, or to its last"
                    + " resolution. A ticket counts in the time in which its wait ended; who still waits is in no number here. The"
                    + " median and the time of nine in ten are exact, of the tickets themselves."
                    + CountedTicket.LEFT_OUT;

    private final ResponseTimesReader reader;
    private final Names.Source names;
    private final Calendar calendar;

    ResponseTimesResource(ResponseTimesReader reader, Names.Source names, Calendar calendar) {
        this.reader = reader;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(summary = "How long customers wait, by theme, team, channel, plan or first and repeat")
    @APIResponse(responseCode = "400", description = "There is no such window or dimension")
    public Answer responseTimes(
            @Parameter(description = "1h, 24h, 7d, 28d, week or month") @RestQuery @DefaultValue("28d") String window,
            @Parameter(description = "One of theme, team, channel, plan, history") @RestQuery @DefaultValue("team")
                    String by) {
        var comparison = Asked.window(window).at(calendar.now(), calendar.zone());
        var dimension = dimension(by);
        var called = names.names();
        var read = reader.read(comparison, dimension);
        return new Answer(
                comparison.span(),
                comparison.before(),
                dimension.code(),
                item(null, "All tickets", read.all(), comparison, Only.ALL),
                read.lines().stream()
                        .map(line -> item(
                                line.code(),
                                called.of(dimension, line.code()),
                                line,
                                comparison,
                                Only.ALL.with(dimension, line.code())))
                        .toList(),
                HOW);
    }

    static Dimension dimension(String by) {
        var asked = Asked.dimensions(by);
        if (asked.size() != 1) {
            throw new InsightsRefused(Reason.UNKNOWN_DIMENSION, "Ask for one dimension.");
        }
        return asked.getFirst();
    }

    private static Item item(
            @Nullable String code, String name, ResponseTimesReader.Line line, Comparison comparison, Only only) {
        return new Item(
                code,
                name,
                time(Waiting.FIRST_REPLY, line.firstReply(), line.firstReplyBefore(), comparison.span(), only),
                time(Waiting.RESOLUTION, line.resolution(), line.resolutionBefore(), comparison.span(), only));
    }

    private static Time time(Waiting waiting, WaitingTime now, WaitingTime before, Span span, Only only) {
        var bounds = waiting.bounds();
        return new Time(
                now.tickets(),
                now.tickets() == 0 ? null : now.median(),
                now.tickets() == 0 ? null : now.ninetieth(),
                before.tickets() == 0 ? null : before.median(),
                IntStream.range(0, now.within().size())
                        .mapToObj(i -> new Within(
                                bounds.get(i).toMinutes(), now.within().get(i)))
                        .toList(),
                new Drill(waiting.measure(), span, only, Drill.Live.ANY).api());
    }
}
