package groundswell.routing.theme;

import groundswell.routing.Taxonomy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What customers write about. */
@Path("/api/themes")
public class ThemesResource {
    public record ThemesView(int version, List<ThemeView> items) {}

    /**
     * @param team who answers it
     * @param phrasings example texts; the number of one is its place, from 1
     */
    public record ThemeView(String code, String name, String team, String description, List<String> phrasings) {}

    private final Taxonomy taxonomy;

    ThemesResource(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    @GET
    @RolesAllowed("**")
    @RunOnVirtualThread
    @Operation(summary = "The taxonomy in force")
    public ThemesView themes() {
        var themes = taxonomy.themes().stream()
                .map(theme ->
                        new ThemeView(theme.code(), theme.name(), theme.team(), theme.description(), theme.phrasings()))
                .toList();
        return new ThemesView(taxonomy.version(), themes);
    }
}
