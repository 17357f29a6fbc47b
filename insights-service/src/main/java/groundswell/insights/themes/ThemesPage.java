package groundswell.insights.themes;

import groundswell.insights.Asked;
import groundswell.insights.themes.ThemesView.Ranking;
import groundswell.insights.themes.ThemesView.Theme;
import groundswell.insights.themes.ThemesView.Trend;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /themes} and {@code /themes/{code}}: what customers run into, ranked, and one theme in depth. */
@Path("/themes")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class ThemesPage {
    @CheckedTemplate(basePath = "themes")
    static class Templates {
        static native TemplateInstance ranking(Ranking ranking);

        static native TemplateInstance theme(Theme theme);
    }

    private final ThemesReader ranked;
    private final ThemeReader single;

    ThemesPage(ThemesReader ranked, ThemeReader single) {
        this.ranked = ranked;
        this.single = single;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance ranking(@RestQuery @DefaultValue("7d") String window) {
        return Templates.ranking(ranked.ranking(Asked.window(window)));
    }

    @GET
    @Path("{code}")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance theme(String code, @RestQuery @DefaultValue("28d") String window) {
        return Templates.theme(single.theme(code, Asked.window(window)));
    }

    @GET
    @Path("{code}/trend")
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Trend trend(String code) {
        return single.trend(code);
    }
}
