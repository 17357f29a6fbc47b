package groundswell.insights.queues;

import groundswell.insights.Calendar;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Drill;
import groundswell.insights.Load;
import groundswell.insights.Measure;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Queue;
import groundswell.insights.Replies;
import groundswell.insights.Span;
import groundswell.insights.Window;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/insights/queues}: each team's live queue, worst first. */
@Path("/api/insights/queues")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class QueuesResource {
    /** {@code medianFirstReplyMinutes} is over tickets first answered today; null where none was yet. */
    public record Answer(Instant at, Load total, @Nullable Double medianFirstReplyMinutes, List<Team> teams) {}

    /**
     * @param waitingSince since when the customer who waits longest waits for us
     * @param resolved in the last 24 hours
     */
    public record Team(
            String team,
            String name,
            Load load,
            @Nullable Instant waitingSince,
            Queue.Pressure pressure,
            long resolved,
            Map<String, String> links) {}

    private final Queue.Source queues;
    private final Counts counts;
    private final Replies replies;
    private final Names.Source names;
    private final Calendar calendar;

    QueuesResource(Queue.Source queues, Counts counts, Replies replies, Names.Source names, Calendar calendar) {
        this.queues = queues;
        this.counts = counts;
        this.replies = replies;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(summary = "The teams' queues as they are now")
    public Answer queues() {
        var now = calendar.now();
        var found = queues.queues();
        var called = names.names();
        var lastDay = Window.DAY.at(now, calendar.zone()).span();
        var resolved = counts.in(List.of(lastDay), Measure.RESOLVED, List.of(Dimension.TEAM), Only.ALL)
                .getFirst();
        var median = replies.medianMinutes(calendar.days(1)).getFirst();
        return new Answer(
                now,
                found.stream().map(Queue::load).reduce(Load.NONE, Load::plus),
                median.isPresent() ? median.getAsDouble() : null,
                found.stream()
                        .map(queue -> new Team(
                                queue.team(),
                                called.team(queue.team()),
                                queue.load(),
                                queue.waitingSince(),
                                queue.pressure(now),
                                resolved.getOrDefault(List.of(queue.team()), 0L),
                                links(queue.team(), lastDay)))
                        .toList());
    }

    private static Map<String, String> links(String team, Span lastDay) {
        var only = Only.ALL.with(Dimension.TEAM, team);
        return Map.of(
                "open", Drill.live(Drill.Live.OPEN, only).api(),
                "unassigned", Drill.live(Drill.Live.UNASSIGNED, only).api(),
                "resolved", new Drill(Measure.RESOLVED, lastDay, only, Drill.Live.ANY).api());
    }
}
