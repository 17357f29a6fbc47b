package groundswell.insights.documentation;

import groundswell.insights.Wording;
import java.util.Locale;

/** What was found about a theme, for people: one sentence with the figures that decided. */
final class JudgedSentence {
    static String of(Judged judged) {
        var theme = judged.theme();
        return switch (judged.verdict()) {
            case NO_ARTICLE -> wrote(theme) + searched(theme.lookups()) + ", and no article is known to be about it.";
            case STILL_WRITTEN_IN ->
                "Its " + articles(theme.articles()) + " read, and still "
                        + wrote(theme).toLowerCase(Locale.ROOT) + ": " + rate(judged) + ".";
            case NOT_FOUND ->
                "Of " + Wording.number(theme.lookups().searches()) + " searches "
                        + share(theme.lookups()) + " opened no article; elsewhere "
                        + share(judged.elsewhere().lookups()) + " do.";
            case WELL_ENOUGH -> capital(rate(judged)) + ".";
            case TOO_LITTLE ->
                theme.isDocumented()
                        ? "Looked up " + times(theme.lookups().all()) + ": too few to compare."
                        : wrote(theme) + searched(theme.lookups()) + ": too few to say that an article is missing.";
        };
    }

    private static String wrote(ThemeLookups theme) {
        return Wording.tickets(theme.tickets().tickets()) + " of " + Wording.number(theme.customers())
                + (theme.customers() == 1 ? " customer" : " customers");
    }

    private static String searched(Lookups lookups) {
        return lookups.searches() == 0
                ? ""
                : " and " + Wording.number(lookups.searches()) + (lookups.searches() == 1 ? " search" : " searches");
    }

    private static String articles(long articles) {
        return articles == 1 ? "article is" : Wording.number(articles) + " articles are";
    }

    private static String rate(Judged judged) {
        var here = number(judged.theme().ticketsPer100()) + " tickets for every 100 times it is looked up";
        var others = judged.others();
        return others.lookups().all() == 0
                ? here
                : here + ", " + number(Judged.per100(others.tickets(), others.lookups()))
                        + " for other themes that have articles";
    }

    private static String share(Lookups lookups) {
        return Wording.percent((double) lookups.openedNothing() / lookups.searches());
    }

    private static String times(long n) {
        return n == 0 ? "never" : n == 1 ? "once" : Wording.number(n) + " times";
    }

    private static String number(double rate) {
        return rate < 10 ? String.format(Locale.ENGLISH, "%.1f", rate) : Wording.number(Math.round(rate));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private JudgedSentence() {}
}
