package groundswell.insights.documentation;

import groundswell.insights.Asked;
import groundswell.insights.Drill;
import groundswell.insights.Figure;
import groundswell.insights.Names;
import groundswell.insights.Only;
import groundswell.insights.Window;
import groundswell.insights.Wording;
import groundswell.insights.documentation.DocumentationReader.Found;
import groundswell.insights.documentation.LookupsReader.Term;
import groundswell.insights.http.Caller;
import groundswell.insights.http.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /insights/documentation}: which articles are to be written or mended. */
@Path("/insights/documentation")
@RolesAllowed({"agent", "lead", "ops", "product", "pr", "legal", "admin"})
public class DocumentationPage {
    private static final List<Window> WINDOWS =
            List.of(Window.SEVEN_DAYS, Window.FOUR_WEEKS, Window.WEEK, Window.MONTH);

    private static final int MOST_TERMS = 25;

    /** @param terms null for who may not see what people typed */
    record View(
            String window,
            String days,
            String notTold,
            boolean told,
            List<Tab> tabs,
            String sentence,
            List<Row> gaps,
            List<Row> rows,
            @Nullable List<TermRow> terms,
            String withoutTheme,
            String how,
            String howTerms) {}

    /** @param lookupsOfHundred length of its bar against the longest of its kind; {@code ticketsOfHundred} too */
    record Row(
            String name,
            String page,
            String verdict,
            String tone,
            String sentence,
            String lookups,
            long lookupsOfHundred,
            String tickets,
            long ticketsOfHundred,
            String link,
            String per100,
            String openedNothing,
            long articles,
            String change) {}

    record TermRow(String term, String people, String searches, String openedNothing, String theme, long ofHundred) {}

    /** A theme's part on its own page. */
    record ThemeView(String verdict, String tone, String sentence, String days) {}

    @CheckedTemplate(basePath = "documentation")
    static class Templates {
        static native TemplateInstance documentation(View v);

        static native TemplateInstance theme(@Nullable ThemeView v);
    }

    private final DocumentationReader reader;
    private final Names.Source names;
    private final Caller caller;

    DocumentationPage(DocumentationReader reader, Names.Source names, Caller caller) {
        this.reader = reader;
        this.names = names;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page(@RestQuery @DefaultValue("28d") String window) {
        var asked = Asked.window(window);
        var found = reader.found(asked);
        var called = names.names();
        var rows = found == null ? List.<Row>of() : rows(found, called);
        return Templates.documentation(new View(
                asked.code(),
                (found == null ? reader.days(asked) : found.days()).words(),
                found == null ? "" : notTold(found.daysNotTold()),
                found != null,
                Tab.windows(WINDOWS, asked),
                found == null ? "" : sentence(found, called),
                found == null ? List.of() : rows.subList(0, gaps(found)),
                rows,
                found != null && caller.has("agent", "lead", "ops", "product", "admin") ? terms(asked, called) : null,
                found == null ? "" : withoutTheme(found.articlesWithoutTheme()),
                DocumentationResource.HOW,
                DocumentationResource.HOW_TERMS));
    }

    /** Nothing where the help centre tells nothing. */
    @GET
    @Path("themes/{theme}")
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance theme(@PathParam("theme") String theme) {
        var found = reader.found(Window.FOUR_WEEKS);
        return Templates.theme(
                found == null
                        ? null
                        : found.themes().stream()
                                .filter(one -> one.theme().theme().equals(theme))
                                .findAny()
                                .map(one -> new ThemeView(
                                        one.verdict().label(),
                                        one.verdict().tone(),
                                        one.sentence(),
                                        found.days().words()))
                                .orElse(null));
    }

    /** They come first. */
    private static int gaps(Found found) {
        return (int)
                found.themes().stream().filter(one -> one.verdict().isGap()).count();
    }

    static String sentence(Found found, Names called) {
        if (!found.articlesAreTold()) {
            return JudgedSentence.ARTICLES_UNKNOWN;
        }
        if (gaps(found) == 0) {
            return "No theme stands out: nothing that many write in about lacks an article, as far as can be told.";
        }
        var first = found.themes().getFirst();
        return called.theme(first.theme().theme()) + " is the first to see to: "
                + first.verdict().label().toLowerCase(Locale.ROOT) + ".";
    }

    private static String notTold(long days) {
        return days == 0
                ? ""
                : "Of " + (days == 1 ? "one" : Wording.number(days))
                        + " of these days the help centre has told nothing: its tickets count, what was looked up then is not"
                        + " known.";
    }

    private static String withoutTheme(long articles) {
        return articles == 0
                ? ""
                : Wording.number(articles) + (articles == 1 ? " article counts" : " articles count")
                        + " for no theme, as no title says clearly which; name the theme in what your help centre sends.";
    }

    private static List<Row> rows(Found found, Names called) {
        long mostLookups = found.themes().stream()
                .mapToLong(one -> one.theme().lookups().all())
                .max()
                .orElse(0);
        long mostTickets = found.themes().stream()
                .mapToLong(one -> one.theme().tickets().tickets())
                .max()
                .orElse(0);
        return found.themes().stream()
                .map(one -> row(one, found, mostLookups, mostTickets, called))
                .toList();
    }

    private static Row row(Judged judged, Found found, long mostLookups, long mostTickets, Names called) {
        var theme = judged.theme();
        var lookups = theme.lookups();
        return new Row(
                called.theme(theme.theme()),
                "/themes/" + theme.theme(),
                judged.verdict().label(),
                judged.verdict().tone(),
                judged.sentence(),
                Wording.number(lookups.all()),
                lookups.all() * 100 / Math.max(1, mostLookups),
                Wording.number(theme.tickets().tickets()),
                theme.tickets().tickets() * 100 / Math.max(1, mostTickets),
                Drill.opened(found.days().span(), Only.theme(theme.theme())).page(),
                lookups.all() == 0 ? "–" : String.format(Locale.ENGLISH, "%.1f", theme.ticketsPer100()),
                lookups.searches() == 0 ? "–" : nothing(lookups.openedNothing(), lookups.searches()),
                theme.articles(),
                found.before() == null ? "–" : Wording.change(new Figure(lookups.all(), theme.lookupsBefore())));
    }

    private List<TermRow> terms(Window window, Names called) {
        var gaps = reader.terms(window).gaps().stream().limit(MOST_TERMS).toList();
        long most =
                gaps.stream().mapToLong(term -> term.searched().people()).max().orElse(1);
        return gaps.stream().map(term -> row(term, most, called)).toList();
    }

    private static TermRow row(Term term, long most, Names called) {
        var searched = term.searched();
        return new TermRow(
                searched.term(),
                Wording.number(searched.people()),
                Wording.number(searched.searches()),
                nothing(searched.searches() - searched.opened(), searched.searches()),
                term.theme().isEmpty() ? "" : called.theme(term.theme()),
                searched.people() * 100 / Math.max(1, most));
    }

    private static String nothing(long openedNothing, long searches) {
        return Wording.percent((double) openedNothing / Math.max(1, searches));
    }
}
