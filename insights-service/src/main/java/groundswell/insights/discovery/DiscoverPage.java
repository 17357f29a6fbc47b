package groundswell.insights.discovery;

import groundswell.insights.CountedTicket;
import groundswell.insights.Names;
import groundswell.insights.Wording;
import groundswell.insights.discovery.DiscoveriesResource.Said;
import groundswell.insights.http.Caller;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /insights/discover}: what several customers write about and no theme fits. */
@Path("/insights/discover")
@RolesAllowed({"agent", "lead", "ops", "product", "admin"})
public class DiscoverPage {
    private static final int QUOTES = 3, TICKETS = 100, SHOWN = 220;

    private static final String HOW =
            "Tickets that were opened in the last 90 days, imported ones at their original time, and whose"
                    + " theme has a probability below one half, are grouped by what their texts mean. A group has at least five tickets of"
                    + " three customers; each person who writes is one. Beyond 10,000 texts an even sample is grouped. Groups are made anew"
                    + " when there is more to group, and a group goes on while half of its tickets stay together. A word is shown where at"
                    + " least three of its customers use it. What was dismissed comes back once it is twice as large; what was named is not"
                    + " grouped again; a group whose newest ticket is older than 90 days is forgotten. Texts of erased customers are in no"
                    + " group."
                    + CountedTicket.LEFT_OUT;

    private static final String SHOWN_OF_ONE =
            "At most " + TICKETS + " tickets are shown, those nearest to the middle of the group"
                    + " first, each as it begins and without names. ";

    record Found(
            UUID id,
            String state,
            String title,
            @Nullable String theme,
            String tickets,
            String customers,
            Instant firstAt,
            int version,
            List<Said> quotes) {}

    /** @param named what was decided, newest first, and what it became */
    record View(List<Found> open, List<Found> dismissed, List<Found> named, boolean mayDecide, String how) {}

    record Choice(String code, String name) {}

    /** @param suggestion null where there is nothing to decide, or the reader may not */
    record Members(
            Found found,
            List<Said> tickets,
            @Nullable Suggestion suggestion,
            List<Choice> teams,
            List<Choice> themes,
            String how) {}

    @CheckedTemplate(basePath = "discovery")
    static class Templates {
        static native TemplateInstance discover(View v);

        static native TemplateInstance members(Members m);
    }

    private final Discoveries discoveries;
    private final Decisions decisions;
    private final TypicalTickets typical;
    private final PresentThemes themes;
    private final Names.Source names;
    private final Caller caller;

    DiscoverPage(
            Discoveries discoveries,
            Decisions decisions,
            TypicalTickets typical,
            PresentThemes themes,
            Names.Source names,
            Caller caller) {
        this.discoveries = discoveries;
        this.decisions = decisions;
        this.typical = typical;
        this.themes = themes;
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
                Stream.concat(
                                found(DiscoveryRow.ADOPTED, 0, called).stream(),
                                found(DiscoveryRow.MERGED, 0, called).stream())
                        .toList(),
                mayDecide(),
                HOW));
    }

    @GET
    @Path("{id}")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance members(@PathParam("id") UUID id) {
        var called = names.names();
        var row = discoveries.known(id);
        boolean decides = row.state.equals(DiscoveryRow.OPEN) && mayDecide();
        return Templates.members(new Members(
                found(row, 0, called),
                said(id, TICKETS, called),
                decides ? Suggestion.of(row.words, typical.team(id)) : null,
                decides ? choices(new TreeMap<>(called.teams())) : List.of(),
                decides ? choices(themes.names()) : List.of(),
                SHOWN_OF_ONE + HOW));
    }

    private static List<Choice> choices(Map<String, String> names) {
        return names.entrySet().stream()
                .map(one -> new Choice(one.getKey(), one.getValue()))
                .toList();
    }

    private boolean mayDecide() {
        return caller.has("lead", "ops", "product", "admin");
    }

    @POST
    @Path("{id}/adoption")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response adopt(
            @PathParam("id") UUID id,
            @FormParam("version") int version,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("team") @DefaultValue("") String team,
            @FormParam("description") @DefaultValue("") String description,
            @FormParam("phrasings") @DefaultValue("") String phrasings)
            throws SQLException {
        var lines = phrasings.lines().filter(line -> !line.isBlank()).toList();
        decisions.adopt(
                id, version, new Adoption(name, team, description.replaceAll("\\s+", " "), lines), caller.actor());
        return decided();
    }

    @POST
    @Path("{id}/merge")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response merge(
            @PathParam("id") UUID id,
            @FormParam("version") int version,
            @FormParam("into") @DefaultValue("") String theme)
            throws SQLException {
        decisions.merge(id, version, theme, caller.actor());
        return decided();
    }

    @POST
    @Path("{id}/dismissal")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response dismiss(@PathParam("id") UUID id, @FormParam("version") int version) throws SQLException {
        decisions.dismiss(id, version, caller.actor());
        return decided();
    }

    private static Response decided() {
        return Response.noContent().header("HX-Redirect", "/insights/discover").build();
    }

    private List<Found> found(String state, int quotes, Names called) {
        return discoveries.largest(state).stream()
                .map(row -> found(row, quotes, called))
                .toList();
    }

    private Found found(DiscoveryRow row, int quotes, Names called) {
        return new Found(
                row.id,
                row.state,
                row.label(),
                row.theme == null ? null : theme(row.theme, called),
                Wording.tickets(row.tickets),
                Wording.number(row.customers),
                row.firstAt,
                row.version,
                quotes == 0 ? List.of() : said(row.id, quotes, called));
    }

    /** routing-service publishes a new theme within seconds. */
    private static String theme(String code, Names called) {
        return called.themes().containsKey(code) ? called.theme(code) : code + " (on its way)";
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
