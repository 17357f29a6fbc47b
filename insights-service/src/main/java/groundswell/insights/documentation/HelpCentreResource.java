package groundswell.insights.documentation;

import groundswell.insights.Calendar;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.http.Csv;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code PUT /api/help-centre/{day}/articles} and {@code …/searches}: what customers looked up on a UTC day. */
@Path("/api/help-centre/{day}")
@Tag(name = "Help centre")
@RolesAllowed({"integrator", "lead", "ops", "product", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class HelpCentreResource {
    private static final LocalDate EARLIEST = LocalDate.EPOCH;

    @Schema(name = "HelpCentreArticles")
    public record Articles(List<Article> items) {}

    @Schema(name = "HelpCentreArticle")
    public record Article(
            String article, String title, @Nullable String theme, long visits, long visitors) {}

    @Schema(name = "HelpCentreSearches")
    public record Searches(List<Search> items) {}

    @Schema(name = "HelpCentreSearch")
    public record Search(String term, long searches, long people, long opened) {}

    /** What is known of the day now. */
    public record KeptArticles(LocalDate day, int articles, long visits) {}

    /** @param inWords terms whose words are kept; all other searches are only counted */
    public record KeptSearches(LocalDate day, int inWords, long searches, long searchesWithoutWords) {}

    private final HelpCentre helpCentre;
    private final Calendar calendar;
    private final Duration wordsKept;

    HelpCentreResource(
            HelpCentre helpCentre,
            Calendar calendar,
            @ConfigProperty(name = "groundswell.insights.search-words-kept", defaultValue = "90d") Duration wordsKept) {
        this.helpCentre = helpCentre;
        this.calendar = calendar;
        this.wordsKept = wordsKept;
    }

    @PUT
    @Path("articles")
    @RunOnVirtualThread
    @Consumes({MediaType.APPLICATION_JSON, Csv.TYPE})
    @Operation(
            summary = "Say which articles were visited on a day",
            description = "All of the day at once; sent again it takes the place of what was sent before. As CSV:"
                    + " article,title,theme,visits,visitors. A theme is the code of one of ours and may be left out: then"
                    + " the title decides.")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Articles.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "200", description = "What is known of the day now")
    @APIResponse(responseCode = "400", description = "A line or the day is not as it must be; nothing was changed")
    public KeptArticles articles(
            @Parameter(description = "ISO date in UTC, such as 2026-03-04") @PathParam("day") String day,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            byte @Nullable [] body) {
        var of = day(day);
        var visited = Lines.read(said(body), type, Visited.COLUMNS, Visited.ofOneDay());
        helpCentre.visited(of, visited);
        return new KeptArticles(
                of, visited.size(), visited.stream().mapToLong(Visited::visits).sum());
    }

    @PUT
    @Path("searches")
    @RunOnVirtualThread
    @Consumes({MediaType.APPLICATION_JSON, Csv.TYPE})
    @Operation(
            summary = "Say what was searched for on a day",
            description = "All of the day at once; sent again it takes the place of what was sent before. As CSV:"
                    + " term,searches,people,opened, where opened are searches after which an article was opened. Of terms"
                    + " that fewer than three people searched for, and of those that may point to somebody, only the"
                    + " numbers are kept. A day whose words have been deleted for their age stays as it is, and the answer"
                    + " says what is known of it.")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Searches.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "200", description = "What is known of the day now")
    @APIResponse(responseCode = "400", description = "A line or the day is not as it must be; nothing was changed")
    public KeptSearches searches(
            @Parameter(description = "ISO date in UTC, such as 2026-03-04") @PathParam("day") String day,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            byte @Nullable [] body) {
        var of = day(day);
        var lines = Lines.read(said(body), type, Searched.COLUMNS, Searched::of);
        var wordsAreKept = !of.isBefore(today().minusDays(wordsKept.toDays()));
        var kept = helpCentre.searched(of, SearchedDay.of(lines, wordsAreKept), wordsAreKept);
        return new KeptSearches(of, kept.inWords(), kept.searches(), kept.withoutWords());
    }

    private static byte[] said(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            throw new InsightsRefused(Reason.EMPTY_BODY, "Send all of the day as JSON or CSV; see /q/openapi.");
        }
        return body;
    }

    /** Tomorrow is already today somewhere. */
    private LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (!day.isBefore(EARLIEST) && !day.isAfter(today().plusDays(1))) {
                return day;
            }
        } catch (DateTimeException _) {
            // answered below
        }
        throw new InsightsRefused(
                Reason.UNREADABLE_DAY, "Name an ISO date from 1970 on such as 2026-03-04 that is not in the future.");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(calendar.now(), ZoneOffset.UTC);
    }
}
