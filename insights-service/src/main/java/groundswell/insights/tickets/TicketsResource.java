package groundswell.insights.tickets;

import groundswell.insights.Asked;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/insights/tickets}: the tickets behind a number (row I14). */
@Path("/api/insights/tickets")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class TicketsResource {
    /** {@code next} goes into {@code after} of the next question; null at the end. */
    public record Answer(
            List<TicketList.Item> items, @Nullable String next) {}

    private final TicketList tickets;

    TicketsResource(TicketList tickets) {
        this.tickets = tickets;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(
            summary = "The tickets behind a number",
            description = "Newest first. Ids and codes only: what a ticket says stands at its link.")
    @APIResponse(responseCode = "400", description = "A time, measure or cursor that cannot be read")
    public Answer tickets(@BeanParam TicketsQuery query, @RestQuery @DefaultValue("50") int limit) {
        var page = tickets.page(query.drill(), query.cursor(), Asked.limit(limit, 200));
        return new Answer(page.items(), page.next() == null ? null : page.next().toString());
    }
}
