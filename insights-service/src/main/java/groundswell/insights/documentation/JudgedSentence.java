package groundswell.insights.documentation;

import groundswell.insights.Wording;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found about a theme, for people: one sentence with the figures that decided. */
final class JudgedSentence {
    static final String ARTICLES_UNKNOWN = "The help centre tells no articles, so nobody can say what is missing.";

    static String of(Judged judged) {
        var theme = judged.theme();
        return switch (judged.verdict()) {
            case NO_ARTICLE -> wanted(theme) + ", and no article is known to be about it.";
            case STILL_WRITTEN_IN ->
                "Its " + articles(theme.articles()) + " read, and still " + wrote(theme) + ": " + rate(judged) + ".";
            case NOT_FOUND ->
                "Of " + Wording.number(theme.lookups().searches()) + " searches "
                        + share(theme.lookups()) + " opened no article; elsewhere "
                        + share(judged.elsewhere().lookups()) + " did.";
            case WELL_ENOUGH -> capital(rate(judged)) + ".";
            case ARTICLES_UNKNOWN -> wanted(theme) + ". " + ARTICLES_UNKNOWN;
            case TOO_LITTLE ->
                theme.isDocumented()
                        ? "Looked up " + times(theme.lookups().all()) + ": too few to compare."
                        : wanted(theme) + ": too few to say that an article is missing.";
        };
    }

    /** What asks for an article; what is zero is left out. */
    private static String wanted(ThemeLookups theme) {
        long tickets = theme.tickets().tickets();
        long searches = theme.lookups().searches();
        var said = Stream.of(
                        tickets == 0 ? "" : Wording.tickets(tickets) + ofCustomers(theme.customers()),
                        searches == 0 ? "" : Wording.number(searches) + (searches == 1 ? " search" : " searches"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" and "));
        return said.isEmpty() ? "No tickets and no searches" : said;
    }

    private static String ofCustomers(long customers) {
        return customers == 0 ? "" : " of " + customers(customers);
    }

    private static String wrote(ThemeLookups theme) {
        var tickets = Wording.tickets(theme.tickets().tickets());
        return theme.customers() == 0 ? tickets + " came in" : customers(theme.customers()) + " wrote " + tickets;
    }

    private static String customers(long n) {
        return Wording.number(n) + (n == 1 ? " customer" : " customers");
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
