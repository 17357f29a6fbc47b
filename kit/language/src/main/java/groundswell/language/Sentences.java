package groundswell.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A text's sentences, by the Unicode rules (UAX #29) and the abbreviations that CLDR knows of the language, with some that
 * tickets are full of. Safe for any number of threads.
 */
public final class Sentences {
    /** A line that a mail program has broken goes on in lower case. */
    private static final Pattern BROKEN_LINE = Pattern.compile("(?<=[\\p{L}\\p{N},;])\\h*\\R\\h*(?=\\p{Ll})");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final List<String> OF_TICKETS = List.of(
            "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "e.g.", "i.e.", "cf.", "etc.", "approx.", "incl.", "excl.", "vs.",
            "no.", "nr.", "ref.", "inv.", "acct.", "ext.", "tel.", "dept.", "Inc.", "Ltd.", "Corp.", "Co.", "St.",
            "Ave.", "min.", "max.", "hrs.", "fig.", "vers.", "v.");

    private static final Map<String, BreakIterator> BY_LANGUAGE = new ConcurrentHashMap<>();

    /**
     * In order, each without the blanks around it; none is empty.
     *
     * @param language ISO 639-1, such as {@link Languages} tells; of an unknown one English is assumed
     */
    public static List<String> of(String text, String language) {
        var flowing = BROKEN_LINE.matcher(text).replaceAll(" ");
        var breaks = (BreakIterator) BY_LANGUAGE
                .computeIfAbsent(language.toLowerCase(Locale.ROOT), Sentences::rules)
                .clone();
        breaks.setText(flowing);
        var sentences = new ArrayList<String>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (to < flowing.length() && isInsideWord(flowing, to)) continue;
            var sentence =
                    BLANKS.matcher(flowing.substring(from, to)).replaceAll(" ").strip();
            if (!sentence.isEmpty()) sentences.add(sentence);
            from = to;
        }
        return sentences;
    }

    /** As in an address with a question mark: where words have blanks between them, so have sentences. */
    private static boolean isInsideWord(String text, int at) {
        int before = text.codePointBefore(at);
        return before < 0x2E80 && !Character.isWhitespace(before);
    }

    private static BreakIterator rules(String language) {
        var locale = new ULocale(language.matches("[a-z]{2,3}") ? language : "en");
        var builder = FilteredBreakIteratorBuilder.getInstance(locale);
        OF_TICKETS.forEach(builder::suppressBreakAfter);
        return builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
    }

    private Sentences() {}
}
