package groundswell.insights.http;

import groundswell.insights.Opening;
import groundswell.insights.TellingWord;
import groundswell.insights.TellingWord.Texts;
import groundswell.insights.Wording;
import java.util.List;

/**
 * A telling word as a page shows it.
 *
 * @param link the tickets that use it
 * @param ofHundred length of its bar
 */
public record TellingLine(String words, String link, String now, String before, long ofHundred, List<Said> examples) {
    /** A sentence that uses it. */
    public record Said(String quote, String number, String link) {
        static Said of(Opening opening) {
            return new Said(opening.text(), "TKT-" + opening.number(), "/tickets/" + opening.ticketId());
        }
    }

    public static List<TellingLine> of(List<TellingWord> words, Texts texts) {
        var most = words.stream().mapToDouble(TellingWord::share).max().orElse(1);
        return words.stream().map(word -> of(word, texts, most)).toList();
    }

    private static TellingLine of(TellingWord word, Texts texts, double most) {
        return new TellingLine(
                word.words(),
                texts.page(word.words()),
                Wording.number(word.customers()) + " customers, " + Wording.percent(word.share()),
                word.otherCustomers() == 0 ? "nobody before" : Wording.percent(word.otherShare()) + " before",
                Math.round(word.share() * 100 / most),
                word.examples().stream().map(Said::of).toList());
    }
}
