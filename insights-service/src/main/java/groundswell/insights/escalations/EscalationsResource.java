package groundswell.insights.escalations;

import groundswell.insights.Asked;
import groundswell.insights.Calendar;
import groundswell.insights.CountedTicket;
import groundswell.insights.Drill;
import groundswell.insights.EscalationReason;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Span;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code GET /api/insights/escalations}: what support can't resolve, by theme and reason. */
@Path("/api/insights/escalations")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class EscalationsResource {
    public record Answer(Span span, Span before, List<Item> items, String counted) {}

    /**
     * A theme.
     *
     * @param tickets of all reasons; {@code before}, those of the window before
     * @param link the tickets
     */
    public record Item(
            String theme,
            String name,
            long bug,
            long missingFunctionality,
            long policy,
            long tickets,
            long before,
            long customers,
            String link) {}

    static final String HOW =
            "A ticket counts in the time in which an agent first said that support can’t resolve it, under its present theme and"
                    + " the latest reason; what was taken back does not count. The change is against the window before."
                    + CountedTicket.LEFT_OUT;

    private final GapReader reader;
    private final Names.Source names;
    private final Calendar calendar;

    EscalationsResource(GapReader reader, Names.Source names, Calendar calendar) {
        this.reader = reader;
        this.names = names;
        this.calendar = calendar;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(summary = "What support can’t resolve, by theme and reason", description = "The most tickets first.")
    @APIResponse(responseCode = "400", description = "There is no such window")
    public Answer escalations(
            @Parameter(description = "1h, 24h, 7d, 28d, week or month") @RestQuery @DefaultValue("28d") String window) {
        var comparison = Asked.window(window).at(calendar.now(), calendar.zone());
        var called = names.names();
        var items = reader.gaps(comparison).stream()
                .map(gap -> new Item(
                        gap.theme(),
                        called.theme(gap.theme()),
                        gap.of(EscalationReason.BUG),
                        gap.of(EscalationReason.MISSING_FUNCTIONALITY),
                        gap.of(EscalationReason.POLICY),
                        gap.tickets(),
                        gap.before(),
                        gap.customers(),
                        Drill.escalated(comparison.span(), Only.theme(gap.theme()), null)
                                .api()))
                .toList();
        return new Answer(comparison.span(), comparison.before(), items, HOW);
    }
}
