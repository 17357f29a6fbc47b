package groundswell.insights.discovery;

import groundswell.insights.Names;
import groundswell.insights.Wording;
import groundswell.insights.discovery.DiscoveriesResource.Said;
import groundswell.insights.http.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
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
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /insights/discover}: what several customers write about and no theme fits. */
@Path("/insights/discover")
@RolesAllowed({"agent", "lead", "ops", "product", "admin"})
public class DiscoverPage {
    private static final int QUOTES = 3, TICKETS = 100, SHOWN = 220;

    record Found(
            UUID id, String title, String tickets, String customers, Instant firstAt, int version, List<Said> quotes) {}

    record View(List<Found> open, List<Found> dismissed, boolean mayDecide) {}

    record Members(Found found, List<Said> tickets) {}

    @CheckedTemplate(basePath = "discovery")
    static class Templates {
        static native TemplateInstance discover(View v);

        static native TemplateInstance members(Members m);
    }

    private final Discoveries discoveries;
    private final TypicalTickets typical;
    private final Names.Source names;
    private final Caller caller;

    DiscoverPage(Discoveries discoveries, TypicalTickets typical, Names.Source names, Caller caller) {
        this.discoveries = discoveries;
        this.typical = typical;
        this.names = names;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page() {
        var called = names.names();
        return Templates.discover(new View(
                found(DiscoveryRow.OPEN, QUOTES, called),
                found(DiscoveryRow.DISMISSED, 0, called),
                caller.has("lead", "ops", "product", "admin")));
    }

    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance members(@PathParam("id") UUID id) {
        var called = names.names();
        return Templates.members(new Members(found(discoveries.known(id), 0, called), said(id, TICKETS, called)));
    }

    @POST
    @Path("{id}/dismissal")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response dismiss(@PathParam("id") UUID id, @FormParam("version") int version) throws SQLException {
        discoveries.dismiss(id, version, caller.actor());
        return Response.noContent().header("HX-Refresh", "true").build();
    }

    private List<Found> found(String state, int quotes, Names called) {
        return discoveries.largest(state).stream()
                .map(row -> found(row, quotes, called))
                .toList();
    }

    private Found found(DiscoveryRow row, int quotes, Names called) {
        return new Found(
                row.id,
                title(row.words),
                Wording.tickets(row.tickets),
                Wording.number(row.customers),
                row.firstAt,
                row.version,
                quotes == 0 ? List.of() : said(row.id, quotes, called));
    }

    private static String title(List<String> words) {
        if (words.isEmpty()) {
            return "No word in common";
        }
        var title = String.join(" · ", words);
        return title.substring(0, 1).toUpperCase(Locale.ENGLISH) + title.substring(1);
    }

    private List<Said> said(UUID id, int most, Names called) {
        return typical.of(id, most, called).stream()
                .map(DiscoverPage::shortened)
                .toList();
    }

    private static Said shortened(Said said) {
        var text = said.text().replaceAll("\\s*\\n\\s*", " — ").strip();
        var shown = text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)).strip() + " …";
        return new Said(said.ticketId(), said.number(), said.theme(), said.team(), said.at(), shown, said.link());
    }
}
