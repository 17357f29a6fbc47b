package groundswell.insights.discovery;

import groundswell.insights.Asked;
import groundswell.insights.InsightsRefused;
import groundswell.insights.Names;
import groundswell.insights.discovery.MemberPage.After;
import groundswell.insights.http.Caller;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/insights/discoveries}: what several customers write about and no theme fits (row I1). */
@Path("/api/insights/discoveries")
@RolesAllowed({"agent", "lead", "ops", "product", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class DiscoveriesResource {
    private static final int QUOTES = 3, MOST_TICKETS = 100;

    public record Answer(List<Discovery> items, String counted) {}

    /**
     * What several customers write about.
     *
     * @param label its words for people, such as {@code Kiosk mode · reception}; it has no other name before it is a theme
     * @param theme code of the theme that its tickets are about; null unless it was adopted or merged
     * @param words most telling first; each of at least three of its customers
     * @param size how many tickets it has
     * @param firstAt when its oldest ticket was opened
     * @param quotes of its three most typical tickets
     * @param link all of its tickets, page by page
     */
    public record Discovery(
            UUID id,
            String label,
            String state,
            @Nullable String theme,
            List<String> words,
            int size,
            int customers,
            Instant firstAt,
            Instant lastAt,
            int version,
            List<Said> quotes,
            String link) {}

    /** How a ticket begins, without what points to somebody. {@code theme} is the nearest there is. */
    public record Said(UUID ticketId, String number, String theme, String team, Instant at, String text, String link) {}

    /** @param next asks for the following page as {@code after}; null on the last one */
    public record Tickets(List<Said> items, @Nullable String next) {}

    /** @param theme code of the theme that the discovery's tickets are about from now on */
    public record Adopted(String theme) {}

    public record Merge(@NotNull String theme) {}

    private static final String HOW =
            "Tickets of the last 90 days whose theme has a probability below one half, grouped by what their texts mean."
                    + " A group has at least five tickets of three customers; beyond 10,000 texts an even sample is grouped.";

    private final Discoveries discoveries;
    private final Decisions decisions;
    private final TypicalTickets typical;
    private final Names.Source names;
    private final Caller caller;

    DiscoveriesResource(
            Discoveries discoveries, Decisions decisions, TypicalTickets typical, Names.Source names, Caller caller) {
        this.discoveries = discoveries;
        this.decisions = decisions;
        this.typical = typical;
        this.names = names;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(summary = "What several customers write about and no theme fits, the hundred largest")
    @APIResponse(responseCode = "400", description = "A state that there is not")
    public Answer list(
            @Parameter(description = "open, dismissed, adopted or merged") @RestQuery @DefaultValue(DiscoveryRow.OPEN)
                    String state) {
        if (!DiscoveryRow.STATES.contains(state)) {
            throw new InsightsRefused(
                    InsightsRefused.Reason.UNKNOWN_STATE, "Ask for " + String.join(", ", DiscoveryRow.STATES) + ".");
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
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(
            summary = "Its tickets, the most typical first",
            description =
                    "None of erased customers: a page may have fewer than were asked for. The last one has no next."
                            + " Groups are made anew whenever texts come in; a ticket that has moved meanwhile may be met twice or not at all.")
    @APIResponse(responseCode = "400", description = "A limit beyond 100, or an after that is not one of ours")
    @APIResponse(responseCode = "404", description = "Not found, or its tickets have gone separate ways")
    public Tickets tickets(
            @PathParam("id") UUID id,
            @Parameter(description = "1 to 100") @RestQuery @DefaultValue("50") int limit,
            @Parameter(description = "The next of the page before") @RestQuery @Nullable String after) {
        discoveries.known(id);
        var page = discoveries.members(id, After.parse(after), Asked.limit(limit, MOST_TICKETS));
        return new Tickets(
                typical.of(page.tickets(), names.names()),
                page.next() == null ? null : page.next().toString());
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
        decisions.dismiss(id, caller.expectedVersion(), caller.actor());
    }

    @POST
    @Path("{id}/adoption")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "It is a theme of its own",
            description =
                    "Its tickets are about this theme from now on, the most typical of them teach it, and texts whose theme was unclear are read again. All of it within some minutes.")
    @APIResponse(responseCode = "400", description = "A field is not as it must be, or there is no such team")
    @APIResponse(responseCode = "409", description = "It has been decided on, or there is or was a theme of this name")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Adopted adopt(@PathParam("id") UUID id, @NotNull @Valid Adoption adoption) throws SQLException {
        return new Adopted(decisions.adopt(id, caller.expectedVersion(), adoption, caller.actor()));
    }

    @POST
    @Path("{id}/merge")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "It is part of a theme that there is",
            description = "Its tickets are about that theme from now on, and the most typical of them teach it.")
    @APIResponse(responseCode = "404", description = "No such discovery, or no such theme")
    @APIResponse(responseCode = "409", description = "It has been decided on")
    @APIResponse(responseCode = "412", description = "It has changed since")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public void merge(@PathParam("id") UUID id, @NotNull @Valid Merge merge) throws SQLException {
        decisions.merge(id, caller.expectedVersion(), merge.theme(), caller.actor());
    }

    private Discovery answer(DiscoveryRow row, Names called) {
        return new Discovery(
                row.id,
                row.label(),
                row.state,
                row.theme,
                List.copyOf(row.words),
                row.tickets,
                row.customers,
                row.firstAt,
                row.lastAt,
                row.version,
                typical.of(row.id, QUOTES, called),
                "/api/insights/discoveries/" + row.id + "/tickets");
    }
}
