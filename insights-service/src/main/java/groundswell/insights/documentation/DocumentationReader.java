package groundswell.insights.documentation;

import groundswell.insights.Calendar;
import groundswell.insights.Comparison;
import groundswell.insights.CountedTicket;
import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Figure;
import groundswell.insights.Only;
import groundswell.insights.Reach;
import groundswell.insights.Window;
import groundswell.insights.documentation.LookupsReader.Term;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets what was looked up against what was written in about, over the same whole days. */
@Singleton
class DocumentationReader {
    /**
     * What was found.
     *
     * @param before the days they are compared with; null where the help centre has not told of all of both
     * @param daysNotTold of {@code days}; what was looked up then is not known, while tickets count on all of them
     * @param articlesAreTold whether the help centre tells any article at all
     */
    record Found(
            DaySpan days,
            @Nullable DaySpan before,
            long daysNotTold,
            boolean articlesAreTold,
            List<Judged> themes,
            long articlesWithoutTheme) {}

    /** @param gaps those that no article answers; all are in {@code terms} */
    record Terms(DaySpan days, List<Term> terms, List<Term> gaps) {}

    private final LookupsReader lookups;
    private final Counts counts;
    private final Reach.Source reach;
    private final Calendar calendar;

    DocumentationReader(LookupsReader lookups, Counts counts, Reach.Source reach, Calendar calendar) {
        this.lookups = lookups;
        this.counts = counts;
        this.reach = reach;
        this.calendar = calendar;
    }

    /** The whole days of a window, whether or not anything was told of them. */
    DaySpan days(Window window) {
        return DaySpan.within(window.at(calendar.now(), calendar.zone()).span());
    }

    /** Null where the help centre has told nothing of the window. */
    @Nullable
    Found found(Window window) {
        var asked = window.at(calendar.now(), calendar.zone());
        var told = lookups.told(DaySpan.within(asked.span()));
        if (told == null) {
            return null;
        }
        var days = told.span();
        var before = DaySpan.within(asked.before());
        var toldBefore = lookups.told(before);
        var comparable = told.isAllOf(DaySpan.within(asked.span())) && toldBefore != null && toldBefore.isAllOf(before);
        var articles = lookups.articles(days.to());
        var themes = themes(days, before, articles);
        return new Found(
                days,
                comparable ? before : null,
                told.missing(),
                !articles.isEmpty(),
                Judged.all(themes, !articles.isEmpty()),
                articles.getOrDefault("", 0L));
    }

    private List<ThemeLookups> themes(DaySpan days, DaySpan before, Map<String, Long> articles) {
        var now = lookups.byTheme(days);
        var earlier = lookups.byTheme(before);
        var tickets = tickets(days, before);
        var customers = reach.openedIn(days.span());
        var codes = new HashSet<>(now.keySet());
        codes.addAll(articles.keySet());
        tickets.forEach((code, figure) -> {
            if (figure.tickets() > 0) {
                codes.add(code);
            }
        });
        codes.remove(CountedTicket.UNCLASSIFIED);
        codes.remove("");
        return codes.stream()
                .map(code -> new ThemeLookups(
                        code,
                        now.getOrDefault(code, Lookups.NONE),
                        earlier.getOrDefault(code, Lookups.NONE).all(),
                        articles.getOrDefault(code, 0L),
                        tickets.getOrDefault(code, Figure.ZERO),
                        customers.of(code)))
                .toList();
    }

    private Map<String, Figure> tickets(DaySpan days, DaySpan before) {
        return counts.compare(new Comparison(days.span(), before.span()), Dimension.THEME, Only.ALL);
    }

    Terms terms(Window window) {
        var days = days(window);
        var articles = lookups.articles(days.to());
        var terms = lookups.terms(days);
        return new Terms(
                days,
                terms,
                terms.stream().filter(term -> !isAnswered(term, articles)).toList());
    }

    /** Where most searches open something there is an article, whether or not we know which. */
    private static boolean isAnswered(Term term, Map<String, Long> articles) {
        return term.article() != null
                || !term.theme().isEmpty() && articles.getOrDefault(term.theme(), 0L) > 0
                || term.searched().opened() * 2 >= term.searched().searches();
    }
}
