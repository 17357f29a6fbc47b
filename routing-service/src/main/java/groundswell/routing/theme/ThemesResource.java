package groundswell.routing.theme;

import groundswell.routing.Taxonomy;
import groundswell.routing.Teams;
import groundswell.routing.http.Caller;
import groundswell.routing.http.OneLine;
import groundswell.routing.http.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What customers write about: the taxonomy, and changes to it. */
@Path("/api/themes")
public class ThemesResource {
    /** @param replaced codes of themes that are no more, with the one that took each one's place */
    public record ThemesView(int version, List<ThemeView> items, Map<String, String> replaced) {
        static ThemesView of(Taxonomy taxonomy) {
            return new ThemesView(
                    taxonomy.version(),
                    taxonomy.themes().stream()
                            .map(theme -> new ThemeView(
                                    theme.code(), theme.name(), theme.team(), theme.description(), theme.phrasings()))
                            .toList(),
                    taxonomy.replaced());
        }
    }

    /**
     * @param team who answers it
     * @param phrasings example texts; the number of one is its place, from 1
     */
    public record ThemeView(String code, String name, String team, String description, List<String> phrasings) {}

    /** @param note why, for whoever reads the history */
    public record Changes(
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid ThemeChange> changes,
            @Nullable @OneLine @Size(max = 500) String note) {}

    /** @param by who made it; {@code system:routing-service} for a shipped one */
    public record VersionView(
            int version, Instant at, String by, @Nullable String note, int themes) {}

    private final StoredTaxonomy book;
    private final LastWeekRead lastWeek;
    private final Teams teams;
    private final Caller caller;

    ThemesResource(StoredTaxonomy book, LastWeekRead lastWeek, Teams teams, Caller caller) {
        this.book = book;
        this.lastWeek = lastWeek;
        this.teams = teams;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("**")
    @RunOnVirtualThread
    @Operation(summary = "The taxonomy in force")
    public Response themes() {
        return answer(book.now());
    }

    @POST
    @Path("/changes")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "Add, rename, move, teach, merge or split themes",
            description = "All of the changes or none, in order. A model that has learnt them reads within a minute;"
                    + " texts whose theme was unclear, and those of a theme that was split, are read again behind all others."
                    + " What a person said of a ticket stands.")
    @APIResponse(responseCode = "400", description = "A change that cannot be made; the field says which")
    @APIResponse(responseCode = "412", description = "The taxonomy has changed since If-Match")
    @APIResponse(responseCode = "428", description = "If-Match is missing: the version that is changed")
    public Response change(@NotNull @Valid Changes changes) {
        int expected = caller.expectedVersion();
        var now = book.now();
        if (now.version() != expected) throw Refused.changedMeanwhile();
        var next = Changed.of(now, changes.changes(), teams);
        book.change(next, changes.note(), caller.cause());
        return answer(next);
    }

    @POST
    @Path("/trial")
    @RolesAllowed({"lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(
            summary = "What the changed taxonomy would have made of last week's tickets",
            description = "Stores nothing. Learns it and reads up to 400 tickets again: allow 20 seconds.")
    public ThemeEffect trial(@NotNull @Valid Changes changes) {
        return lastWeek.of(Changed.of(book.now(), changes.changes(), teams));
    }

    @GET
    @Path("/versions")
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Operation(summary = "Who changed the taxonomy, newest first")
    public List<VersionView> versions() {
        return book.history().reversed().stream()
                .map(published -> {
                    var e = published.edition();
                    return new VersionView(
                            e.version(),
                            e.at(),
                            published.by(),
                            e.note(),
                            e.themes().size());
                })
                .toList();
    }

    private static Response answer(Taxonomy taxonomy) {
        return Response.ok(ThemesView.of(taxonomy))
                .tag(Integer.toString(taxonomy.version()))
                .build();
    }
}
