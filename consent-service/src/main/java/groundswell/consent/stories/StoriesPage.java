package groundswell.consent.stories;

import static groundswell.consent.http.Roles.*;

import groundswell.consent.ConsentRefused;
import groundswell.consent.Scope;
import groundswell.consent.StoryStatus;
import groundswell.consent.http.Caller;
import groundswell.consent.http.Problem;
import groundswell.consent.http.Refusal;
import groundswell.consent.http.Words;
import groundswell.consent.stories.ThemeNames.Names;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The stories that may be told, and for PR and legal the way there. Plain forms: it works without scripts. */
@Path("/stories")
@Produces(MediaType.TEXT_HTML)
public class StoriesPage {
    /** What the list shows; the lists below the cards are empty for whom they are none of. */
    public record Model(
            List<UsableStory> usable,
            @Nullable String next,
            List<StoryTable.Found> waiting,
            List<StoryTable.Found> recalled,
            List<StoryTable.Untold> untold,
            boolean reviewer,
            boolean drafter,
            Names names,
            @Nullable String theme,
            @Nullable String industry,
            @Nullable String scope) {
        public Scope[] scopes() {
            return Scope.values();
        }

        public Set<Map.Entry<String, String>> themes() {
            return names.byCode().entrySet();
        }

        /** Asked for by its code, which no taxonomy names. */
        public boolean unnamed() {
            return theme != null && !names.byCode().containsKey(theme);
        }

        public boolean filtered() {
            return theme != null || industry != null || scope != null;
        }
    }

    @CheckedTemplate(basePath = "stories")
    static class Pages {
        static native TemplateInstance list(Model page);

        static native TemplateInstance review(ReviewPage page);
    }

    private final Stories stories;
    private final UsableStories usable;
    private final StoryTable table;
    private final ThemeNames themes;
    private final Caller caller;
    private final Clock clock;

    StoriesPage(
            Stories stories, UsableStories usable, StoryTable table, ThemeNames themes, Caller caller, Clock clock) {
        this.stories = stories;
        this.usable = usable;
        this.table = table;
        this.themes = themes;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed({AGENT, LEAD, OPS, PRODUCT, PR, LEGAL, ADMIN})
    @Operation(hidden = true)
    public TemplateInstance list(
            @QueryParam("theme") @Nullable String theme,
            @QueryParam("industry") @Nullable String industry,
            @QueryParam("scope") @Nullable String scope,
            @QueryParam("after") @Nullable String after) {
        var now = clock.instant();
        var filter = new StoryFilter(
                Words.plain("theme", theme),
                Words.plain("industry", industry),
                Words.read(Scope.class, "scope", scope),
                null);
        var page = usable.find(filter, after, 24, now);
        var reviewer = caller.has(PR) || caller.has(LEGAL);
        var drafter = caller.has(PR) || caller.has(LEAD);
        return Pages.list(new Model(
                page.items(),
                page.next(),
                reviewer ? table.inStatus(List.of(StoryStatus.DRAFTED, StoryStatus.CHECKED), 50) : List.of(),
                reviewer ? table.inStatus(List.of(StoryStatus.RECALLED), 20) : List.of(),
                drafter ? table.untold(20, now) : List.of(),
                reviewer,
                drafter,
                themes.all(),
                filter.theme(),
                filter.industry(),
                blank(scope)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    @RolesAllowed({PR, LEAD})
    @Operation(hidden = true)
    public Response draft(@RestForm UUID ticketId) {
        var id = stories.draft(ticketId);
        return seeOther(caller.has(PR) ? "/stories/" + id : "/stories");
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @RolesAllowed({PR, LEGAL})
    @Operation(hidden = true)
    public TemplateInstance review(@PathParam("id") UUID id) {
        return Pages.review(page(id, null, null));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RunOnVirtualThread
    @RolesAllowed({PR, LEGAL})
    @Operation(hidden = true)
    public Response step(
            @PathParam("id") UUID id,
            @RestForm @Nullable String step,
            @RestForm @Nullable String problem,
            @RestForm @Nullable String response,
            @RestForm @Nullable String voice,
            @RestForm @Nullable String scope,
            @RestForm @Nullable String place) {
        var typed = new StoryText(text(problem), blank(response), text(voice));
        try {
            switch (step == null ? "" : step) {
                case "check" -> stories.check(id, bounded(typed));
                case "release" -> stories.release(id);
                case "recall" -> stories.recall(id);
                case "use" -> {
                    if (!caller.has(PR)) throw new ForbiddenException(); // as the API has it: whoever tells, notes
                    stories.use(id, needed(Words.read(Scope.class, "scope", scope)), place(place));
                }
                default -> throw Refusal.invalid("step", "must be check, release, use or recall");
            }
        } catch (Refusal refusal) {
            return again(id, "check".equals(step) ? typed : null, refusal.problem());
        } catch (ConsentRefused refused) {
            var reason = refused.reason();
            var code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return again(id, null, Problem.of(reason.status(), code, reason.advice()));
        }
        return seeOther("/stories/" + id);
    }

    private Response again(UUID id, @Nullable StoryText typed, Problem problem) {
        return Response.status(problem.status())
                .entity(Pages.review(page(id, typed, problem)))
                .build();
    }

    private ReviewPage page(UUID id, @Nullable StoryText typed, @Nullable Problem problem) {
        var review = stories.review(id);
        var theme = review.theme();
        return new ReviewPage(review, theme == null ? null : themes.all().of(theme), typed, problem);
    }

    private static StoryText bounded(StoryText text) {
        if (text.problem().isBlank() || text.voice().isBlank()) {
            throw Refusal.invalid("voice", "and problem must say something");
        }
        if (text.problem().length() > 4000
                || text.voice().length() > 1000
                || (text.response() != null && text.response().length() > 4000)) {
            throw Refusal.invalid("problem", "and response have at most 4,000 characters, the voice 1,000");
        }
        return text;
    }

    private static Scope needed(@Nullable Scope scope) {
        if (scope == null) {
            throw Refusal.invalid("scope", "is needed");
        }
        return scope;
    }

    private static String place(@Nullable String place) {
        if (place == null || place.isBlank() || place.length() > 300) {
            throw Refusal.invalid("place", "is needed, at most 300 characters");
        }
        return Objects.requireNonNull(Words.plain("place", place));
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip().replace("\r\n", "\n");
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text(text);
    }
}
