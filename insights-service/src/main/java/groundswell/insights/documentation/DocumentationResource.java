package groundswell.insights.documentation;

import groundswell.insights.Asked;
import groundswell.insights.Drill;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.documentation.LookupsReader.Term;
import groundswell.insights.http.Csv;
import groundswell.insights.http.Table;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/insights/documentation}: what customers look up and still write in about, and what has no article; and
 * {@code …/searches}: what they searched for.
 */
@Path("/api/insights/documentation")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class DocumentationResource {
    private static final int MOST = 500;

    /**
     * @param span the days that were told; both null and no items where none was
     * @param before the days they are compared with; null where not all of both were told of
     * @param daysNotTold of the span: their tickets count, what was looked up then is not known
     * @param articlesWithoutTheme that count for no theme
     */
    public record Answer(
            @Nullable Span span,
            @Nullable Span before,
            long daysNotTold,
            List<Item> items,
            long articlesWithoutTheme,
            String counted) {}

    /**
     * A theme.
     *
     * @param verdict {@code no_article}, {@code still_written_in}, {@code not_found}, {@code articles_unknown}, {@code
     *     too_little} or {@code well_enough}
     * @param visitors of each day, added up; {@code people} who searched too
     * @param articles visited in the 90 days up to the end
     * @param ticketsPer100 lookups, that is visits and searches; null where there were none
     * @param link the tickets
     */
    public record Item(
            String theme,
            String name,
            String verdict,
            String sentence,
            long visits,
            long visitors,
            long searches,
            long people,
            long openedNothing,
            @Nullable Long lookupsBefore,
            long articles,
            long tickets,
            @Nullable Long ticketsBefore,
            long customers,
            @Nullable Double ticketsPer100,
            String link) {}

    public record TermsAnswer(Span span, List<TermItem> items, String counted) {}

    /**
     * A term.
     *
     * @param people who searched for it on each day, added up
     * @param answered whether an article is known to be about it, or most searches open one
     * @param theme that it belongs to, and its name; null where it belongs to none
     * @param article that answers it best; null where none is near
     */
    public record TermItem(
            String term,
            long searches,
            long people,
            long opened,
            boolean answered,
            @Nullable String theme,
            @Nullable String name,
            @Nullable String article) {}

    static final String HOW =
            "A help centre tells whole UTC days. From the first to the last that it has told of within the time, visits and"
                    + " searches are added up, and so are the tickets that were opened from the first to the last. An article belongs to"
                    + " the theme that its system names, else to the one that its title is nearest to in meaning; a term to"
                    + " the theme or the article that it is nearest to, or to none. A theme has the articles that were"
                    + " visited in the last " + LookupsReader.ARTICLE_DAYS
                    + " days; where it has none, one is missing from " + Judged.FEWEST_TICKETS + " tickets or "
                    + Judged.FEWEST_SEARCHES
                    + " searches on. A theme with articles is still written in about where it has at least half as many"
                    + " tickets again for every visit and search as the other themes with articles have together. People"
                    + " search for it without finding where the part of its searches that opens no article is at least ten"
                    + " percentage points larger than that of all other themes. Both are said only where chance alone would"
                    + " hardly ever make such a difference (95 %), and from "
                    + Judged.FEWEST_LOOKUPS
                    + " visits and searches on. People are counted a day: who comes"
                    + " back on another day counts again.";

    static final String HOW_TERMS =
            "Terms that at least three people searched for on a day, without those that may point to somebody; people are"
                    + " those of each day, added up. The words are deleted after some weeks, their numbers stay.";

    private final DocumentationReader reader;
    private final Names.Source names;

    DocumentationResource(DocumentationReader reader, Names.Source names) {
        this.reader = reader;
        this.names = names;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(
            summary = "What customers look up and still write in about, and what has no article",
            description = "The most urgent theme first.")
    @APIResponse(responseCode = "400", description = "There is no such window")
    public Answer documentation(
            @Parameter(description = "7d, 28d, week or month") @RestQuery @DefaultValue("28d") String window) {
        var found = reader.found(Asked.window(window));
        if (found == null) {
            return new Answer(null, null, 0, List.of(), 0, HOW);
        }
        var called = names.names();
        var before = found.before();
        return new Answer(
                found.days().span(),
                before == null ? null : before.span(),
                found.daysNotTold(),
                found.themes().stream()
                        .map(one -> item(one, found.days().span(), before != null, called))
                        .toList(),
                found.articlesWithoutTheme(),
                HOW);
    }

    @GET
    @Path("searches")
    @RolesAllowed({"agent", "lead", "ops", "product", "admin"})
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Table.NDJSON, Csv.TYPE})
    @Operation(
            summary = "What people searched for in the help centre",
            description = "What no article answers first; within that, what most people searched for.")
    @APIResponse(responseCode = "400", description = "There is no such window, or the limit is out of range")
    public TermsAnswer searches(
            @Parameter(description = "7d, 28d, week or month") @RestQuery @DefaultValue("28d") String window,
            @RestQuery @DefaultValue("100") int limit) {
        var most = Asked.limit(limit, MOST);
        var terms = reader.terms(Asked.window(window));
        var gaps = new HashSet<>(terms.gaps());
        var called = names.names();
        return new TermsAnswer(
                terms.days().span(),
                Stream.concat(
                                terms.gaps().stream().map(term -> item(term, false, called)),
                                terms.terms().stream()
                                        .filter(term -> !gaps.contains(term))
                                        .map(term -> item(term, true, called)))
                        .limit(most)
                        .toList(),
                HOW_TERMS);
    }

    private static Item item(Judged judged, Span span, boolean comparable, Names called) {
        var theme = judged.theme();
        var lookups = theme.lookups();
        return new Item(
                theme.theme(),
                called.theme(theme.theme()),
                judged.verdict().code(),
                judged.sentence(),
                lookups.visits(),
                lookups.visitors(),
                lookups.searches(),
                lookups.people(),
                lookups.openedNothing(),
                comparable ? theme.lookupsBefore() : null,
                theme.articles(),
                theme.tickets().tickets(),
                comparable ? theme.tickets().before() : null,
                theme.customers(),
                lookups.all() == 0 ? null : Math.round(theme.ticketsPer100() * 10) / 10.0,
                Drill.opened(span, Only.theme(theme.theme())).api());
    }

    private static TermItem item(Term term, boolean answered, Names called) {
        var searched = term.searched();
        var theme = term.theme().isEmpty() ? null : term.theme();
        return new TermItem(
                searched.term(),
                searched.searches(),
                searched.people(),
                searched.opened(),
                answered,
                theme,
                theme == null ? null : called.theme(theme),
                term.article());
    }
}
