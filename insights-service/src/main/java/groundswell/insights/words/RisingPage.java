package groundswell.insights.words;

import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.TellingWord;
import groundswell.insights.TellingWord.Texts;
import groundswell.insights.Wording;
import groundswell.insights.http.TellingLine;
import groundswell.insights.words.WordsResource.Said;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The part of a page that shows which words rise, and {@code /insights/words/tickets}: who uses one of them. */
@Path("/insights")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class RisingPage {
    private static final int SHOWN = 8;

    /** @param against what is compared, in words */
    record View(String against, List<TellingLine> lines, String how) {}

    record Using(String words, Texts texts, String api, List<Said> said) {}

    @CheckedTemplate(basePath = "words")
    static class Templates {
        static native TemplateInstance rising(View w);

        static native TemplateInstance using(Using u);
    }

    private final RisingWords rising;
    private final TellingWord.Source words;
    private final Names.Source names;

    RisingPage(RisingWords rising, TellingWord.Source words, Names.Source names) {
        this.rising = rising;
        this.words = words;
        this.names = names;
    }

    @GET
    @Path("words/rising")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance rising(@RestQuery @Nullable String theme) {
        var found = rising.of(theme == null ? null : Only.code(theme), SHOWN);
        var told = found.told();
        return Templates.rising(new View(
                "Texts of " + customers(told.customers()) + " this week against " + customers(told.otherCustomers())
                        + " in the four weeks before.",
                TellingLine.of(told.words(), found.now()),
                RisingResource.HOW));
    }

    @GET
    @Path("words/tickets")
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance using(@BeanParam TextsQuery query) {
        var texts = query.texts();
        var asked = query.words();
        return Templates.using(new Using(
                asked, texts, texts.api(asked), RisingResource.said(words.using(asked, texts), names.names())));
    }

    private static String customers(int n) {
        return Wording.number(n) + (n == 1 ? " customer" : " customers");
    }
}
