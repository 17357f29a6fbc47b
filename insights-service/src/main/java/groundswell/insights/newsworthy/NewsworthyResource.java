package groundswell.insights.newsworthy;

import groundswell.insights.Calendar;
import groundswell.insights.Drill;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.LeadOutcome;
import groundswell.insights.Names;
import groundswell.insights.Newsworthy.Condition;
import groundswell.insights.Newsworthy.Lead;
import groundswell.insights.Newsworthy.Thresholds;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.Week;
import groundswell.insights.http.Caller;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import groundswell.insights.newsworthy.Leads.Known;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/insights/newsworthy}: what of a week is worth telling, and why (row I4). */
@Path("/api/insights/newsworthy")
@Produces(MediaType.APPLICATION_JSON)
public class NewsworthyResource {
    public record Answer(
            String week,
            String timeZone,
            boolean closed,
            Span span,
            Span before,
            Thresholds thresholds,
            List<Item> items) {}

    /**
     * @param lane {@code trend} or {@code high_stakes}
     * @param velocity growth against the week before; null where the theme is new
     * @param conditions which held, each with the figures that decided
     * @param leadId of a week that is over, once it was told; null before
     * @param outcome {@code acted_on} or {@code dismissed}; null until somebody has said what became of it
     */
    public record Item(
            String theme,
            String name,
            String lane,
            long tickets,
            long before,
            double share,
            @Nullable Double velocity,
            List<Condition> conditions,
            @Nullable UUID leadId,
            @Nullable String outcome,
            String link) {}

    /** @param outcome {@code acted_on} or {@code dismissed} */
    public record Judgement(@NotNull String outcome) {}

    private final NewsworthyReader reader;
    private final Leads leads;
    private final ThresholdVersions thresholds;
    private final Names.Source names;
    private final Calendar calendar;
    private final Caller caller;

    NewsworthyResource(
            NewsworthyReader reader,
            Leads leads,
            ThresholdVersions thresholds,
            Names.Source names,
            Calendar calendar,
            Caller caller) {
        this.reader = reader;
        this.leads = leads;
        this.thresholds = thresholds;
        this.names = names;
        this.calendar = calendar;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(
            summary = "Themes of a week that are worth telling",
            description = "At least two of: a part of all tickets, growth, impact; or few tickets with a clear impact.")
    @APIResponse(responseCode = "200", description = "Trends first, each with the figures that decided")
    @APIResponse(responseCode = "400", description = "The week is not written as 2026-W07")
    public Answer newsworthy(
            @Parameter(description = "ISO week such as 2026-W07; the last whole one if absent") @RestQuery @Nullable
                    String week) {
        var asked = week(week, calendar);
        var comparison = asked.soFar(calendar.now(), calendar.zone());
        var now = thresholds.now();
        var called = names.names();
        var known = leads.of(asked);
        return new Answer(
                asked.toString(),
                calendar.zone().getId(),
                asked.closed(calendar.zone()).equals(comparison),
                comparison.span(),
                comparison.before(),
                now,
                reader.read(comparison, now).leads().stream()
                        .map(lead -> item(lead, called, comparison.span(), known.get(lead.theme())))
                        .toList());
    }

    static Week week(@Nullable String week, Calendar calendar) {
        return week == null
                ? Week.of(calendar.now(), calendar.zone()).previous()
                : Week.parse(week)
                        .orElseThrow(() -> new InsightsRefused(
                                Reason.UNREADABLE_WEEK, "Write weeks as 2026-W07: the ISO year, W, two digits."));
    }

    private static Item item(Lead lead, Names called, Span span, @Nullable Known known) {
        var velocity = lead.figure().velocity();
        return new Item(
                lead.theme(),
                called.theme(lead.theme()),
                lead.lane().code(),
                lead.figure().tickets(),
                lead.figure().before(),
                lead.share(),
                velocity.isPresent() ? velocity.getAsDouble() : null,
                lead.conditions(),
                known == null ? null : known.id(),
                known == null || known.outcome() == null
                        ? null
                        : known.outcome().code(),
                Drill.opened(span, Only.theme(lead.theme())).api());
    }

    @PUT
    @Path("leads/{id}/outcome")
    @RolesAllowed({"product", "pr", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "Say what became of a lead",
            description = "The thresholds page says which ones would have spared those that came to nothing. Saying the"
                    + " same again changes nothing; the last word counts.")
    @APIResponse(responseCode = "400", description = "There is no such outcome")
    @APIResponse(responseCode = "404", description = "There is no such lead")
    public void judge(@PathParam("id") UUID id, @NotNull @Valid Judgement judgement) {
        leads.judge(id, outcome(judgement.outcome()), caller.actor(), calendar.now());
    }

    static LeadOutcome outcome(String code) {
        return LeadOutcome.parse(code)
                .orElseThrow(() -> new InsightsRefused(Reason.UNKNOWN_OUTCOME, "Say acted_on or dismissed."));
    }

    @GET
    @Path("thresholds")
    @RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "All versions of the thresholds, the one in force first")
    public Response versions() {
        var all = thresholds.all();
        return Response.ok(all)
                .tag(new EntityTag(Integer.toString(all.getFirst().thresholds().version())))
                .build();
    }

    @PUT
    @Path("thresholds")
    @RolesAllowed({"product", "pr", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "Put other thresholds in force; If-Match names the version that was read")
    @APIResponse(responseCode = "400", description = "A threshold is out of range")
    @APIResponse(responseCode = "412", description = "They have changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@NotNull @Valid ThresholdChange change) {
        var next = change.as(caller.expectedVersion() + 1);
        thresholds.put(next, caller.actor(), calendar.now());
        return Response.ok(next)
                .tag(new EntityTag(Integer.toString(next.version())))
                .build();
    }
}
