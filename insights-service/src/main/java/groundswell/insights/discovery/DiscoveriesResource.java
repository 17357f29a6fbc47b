package groundswell.insights.discovery;

import groundswell.insights.Asked;
import groundswell.insights.InsightsRefused;
import groundswell.insights.Names;
import groundswell.insights.http.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /api/insights/discoveries}: what several customers write about and no theme fits (row I1). */
@Path("/api/insights/discoveries")
@RolesAllowed({"agent", "lead", "ops", "product", "admin"})
public class DiscoveriesResource {
    private static final int QUOTES = 3, MOST_TICKETS = 100;

    public record Answer(List<Discovery> items, String counted) {}

    /**
     * @param words most telling first; each of at least three of its customers
     * @param firstAt when its oldest ticket was opened
     * @param quotes of its most typical tickets
     */
    public record Discovery(
            UUID id,
            String state,
            List<String> words,
            int tickets,
            int customers,
            Instant firstAt,
            Instant lastAt,
            int version,
            List<Said> quotes) {}

    /** How a ticket begins, without what points to somebody. {@code theme} is the nearest there is. */
    public record Said(UUID ticketId, String number, String theme, String team, Instant at, String text, String link) {}

    public record Tickets(List<Said> items) {}

    private static final String HOW =
            "Tickets of the last 90 days whose theme has a probability below one half, grouped by what their texts mean."
                    + " A group has at least five tickets of three customers; beyond 10,000 texts an even sample is grouped.";

    private final Discoveries discoveries;
    private final TypicalTickets typical;
    private final Names.Source names;
    private final Caller caller;

    DiscoveriesResource(Discoveries discoveries, TypicalTickets typical, Names.Source names, Caller caller) {
        this.discoveries = discoveries;
        this.typical = typical;
        this.names = names;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Operation(summary = "What several customers write about and no theme fits, the hundred largest")
    @APIResponse(responseCode = "400", description = "A state that there is not")
    public Answer list(
            @Parameter(description = "open or dismissed") @RestQuery @DefaultValue(DiscoveryRow.OPEN) String state) {
        if (!state.equals(DiscoveryRow.OPEN) && !state.equals(DiscoveryRow.DISMISSED)) {
            throw new InsightsRefused(InsightsRefused.Reason.UNKNOWN_STATE, "Ask for open or dismissed.");
        }
        var called = names.names();
        return new Answer(
                discoveries.largest(state).stream()
                        .map(row -> answer(row, called))
                        .toList(),
                HOW);
    }

    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @Operation(summary = "One of them")
    @APIResponse(responseCode = "404", description = "Not found, or its tickets have gone separate ways")
    public Response one(@PathParam("id") UUID id) {
        var row = discoveries.known(id);
        return Response.ok(answer(row, names.names()))
                .tag(Integer.toString(row.version))
                .build();
    }

    @GET
    @Path("{id}/tickets")
    @RunOnVirtualThread
    @Operation(summary = "Its tickets, the most typical first; none of erased customers")
    public Tickets tickets(@PathParam("id") UUID id, @RestQuery @DefaultValue("50") int limit) {
        discoveries.known(id);
        return new Tickets(typical.of(id, Asked.limit(limit, MOST_TICKETS), names.names()));
    }

    @POST
    @Path("{id}/dismissal")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "It is nothing",
            description =
                    "The same group is not shown again until it is twice as large. If-Match names its version, which counts decisions: a group that has grown since it was read is dismissed as it is now.")
    @APIResponse(responseCode = "409", description = "It has been decided on")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public void dismiss(@PathParam("id") UUID id) throws SQLException {
        discoveries.dismiss(id, caller.expectedVersion(), caller.actor());
    }

    private Discovery answer(DiscoveryRow row, Names called) {
        return new Discovery(
                row.id,
                row.state,
                List.copyOf(row.words),
                row.tickets,
                row.customers,
                row.firstAt,
                row.lastAt,
                row.version,
                typical.of(row.id, QUOTES, called));
    }
}
