package groundswell.insights.documentation;

import groundswell.insights.Proportions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A theme held against all others, in words. Pure.
 *
 * <p>With many themes and large numbers something is always certainly higher by a little: a difference counts where it is
 * certain (95 %) and large enough to be worth somebody's work.
 *
 * @param others lookups and tickets of the other themes that have articles
 * @param elsewhere searches for all other themes
 */
record Judged(ThemeLookups theme, Verdict verdict, Rest others, Rest elsewhere) {
    static final int FEWEST_TICKETS = 5, FEWEST_SEARCHES = 10, FEWEST_LOOKUPS = 30, FEWEST_SEARCHES_TO_COMPARE = 20;
    private static final double TIMES = 1.5, POINTS = 0.1;

    /** Sums of themes. */
    record Rest(Lookups lookups, long tickets) {
        static final Rest NONE = new Rest(Lookups.NONE, 0);

        Rest and(ThemeLookups one) {
            return new Rest(lookups.and(one.lookups()), tickets + one.tickets().tickets());
        }

        Rest without(ThemeLookups one) {
            var own = one.lookups();
            return new Rest(
                    lookups.and(
                            new Lookups(-own.visits(), -own.visitors(), -own.searches(), -own.people(), -own.opened())),
                    tickets - one.tickets().tickets());
        }
    }

    /** The most urgent first. @param articlesAreTold whether the help centre has told of any article at all */
    static List<Judged> all(Collection<ThemeLookups> themes, boolean articlesAreTold) {
        var documented = Rest.NONE;
        var all = Rest.NONE;
        for (var theme : themes) {
            documented = theme.isDocumented() ? documented.and(theme) : documented;
            all = all.and(theme);
        }
        var withArticles = documented;
        var whole = all;
        return themes.stream()
                .map(theme -> of(
                        theme,
                        theme.isDocumented() ? withArticles.without(theme) : withArticles,
                        whole.without(theme),
                        articlesAreTold))
                .sorted(Comparator.comparing(Judged::verdict)
                        .thenComparing(one -> -one.theme.tickets().tickets())
                        .thenComparing(one -> -one.theme.lookups().all())
                        .thenComparing(one -> one.theme.theme()))
                .toList();
    }

    private static Judged of(ThemeLookups theme, Rest others, Rest elsewhere, boolean articlesAreTold) {
        return new Judged(theme, judge(theme, others, elsewhere, articlesAreTold), others, elsewhere);
    }

    private static Verdict judge(ThemeLookups theme, Rest others, Rest elsewhere, boolean articlesAreTold) {
        if (!articlesAreTold) {
            return Verdict.ARTICLES_UNKNOWN;
        }
        if (!theme.isDocumented()) {
            boolean wanted = theme.tickets().tickets() >= FEWEST_TICKETS
                    || theme.lookups().searches() >= FEWEST_SEARCHES;
            return wanted ? Verdict.NO_ARTICLE : Verdict.TOO_LITTLE;
        }
        if (theme.lookups().all() < FEWEST_LOOKUPS) {
            return Verdict.TOO_LITTLE;
        }
        if (isWrittenInAbout(theme, others)) {
            return Verdict.STILL_WRITTEN_IN;
        }
        return opensNothing(theme, elsewhere) ? Verdict.NOT_FOUND : Verdict.WELL_ENOUGH;
    }

    /** Of lookups and tickets together, the part that is tickets. */
    private static boolean isWrittenInAbout(ThemeLookups theme, Rest others) {
        long tickets = theme.tickets().tickets();
        if (tickets < FEWEST_TICKETS || others.lookups.all() < FEWEST_LOOKUPS) {
            return false;
        }
        var part = Proportions.of(
                tickets, tickets + theme.lookups().all(), others.tickets, others.tickets + others.lookups.all());
        return part.certainlyHigher() && theme.ticketsPer100() >= TIMES * per100(others.tickets, others.lookups);
    }

    private static boolean opensNothing(ThemeLookups theme, Rest elsewhere) {
        var own = theme.lookups();
        if (own.searches() < FEWEST_SEARCHES_TO_COMPARE || elsewhere.lookups.searches() < FEWEST_SEARCHES_TO_COMPARE) {
            return false;
        }
        var part = Proportions.of(
                own.openedNothing(), own.searches(), elsewhere.lookups.openedNothing(), elsewhere.lookups.searches());
        return part.certainlyHigher() && part.one() - part.other() >= POINTS;
    }

    /** Tickets for every hundred lookups; there must be some. */
    static double per100(long tickets, Lookups lookups) {
        return 100.0 * tickets / lookups.all();
    }

    String sentence() {
        return JudgedSentence.of(this);
    }
}
