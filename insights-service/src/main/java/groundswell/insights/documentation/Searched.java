package groundswell.insights.documentation;

import groundswell.language.redaction.Audience;
import groundswell.language.redaction.Identity;
import groundswell.language.redaction.Redaction;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A term that was searched for on a day.
 *
 * @param term in lower case with single spaces; empty where words are not kept
 * @param people different ones that day; 0 where it is not known
 * @param opened searches after which an article was opened
 */
record Searched(String term, long searches, long people, long opened) {
    static final List<String> COLUMNS = List.of("term", "searches", "people", "opened");

    /** What fewer have searched for may say who it was. */
    static final int FEWEST = 3;

    private static final int LONGEST = 200;

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ ().+/-]{0,2}\\d){5,}");

    static Searched of(Line line) {
        var written = line.words("term", LONGEST);
        var searches = line.number("searches");
        var opened = line.number("opened");
        if (opened > searches) {
            line.refuse("opened", "is more than searches");
        }
        return new Searched(isPersonal(written) ? "" : normal(written), searches, line.number("people"), opened);
    }

    private static String normal(String written) {
        return written.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    /** Addresses, numbers that lead to somebody, names by what stands around them; rather once too often. */
    static boolean isPersonal(String written) {
        return written.indexOf('@') >= 0
                || LONG_NUMBER.matcher(written).find()
                || !Redaction.find(written, Identity.unknown(), Audience.INSIDE).isEmpty();
    }

    boolean isKeptInWords() {
        return !term.isEmpty() && people >= FEWEST;
    }

    /** The same in another spelling: nobody knows whether they were the same people. */
    Searched and(Searched other) {
        return new Searched(term, searches + other.searches, Math.max(people, other.people), opened + other.opened);
    }

    Searched withoutWords() {
        return new Searched("", searches, 0, opened);
    }
}
