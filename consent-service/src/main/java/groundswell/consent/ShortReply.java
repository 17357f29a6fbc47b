package groundswell.consent;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Recognises an answer given in passing, such as "yes, you may", in the languages of the notices. It reads only what it
 * knows whole: with one word beyond that, a reply says more than yes or no. What it finds is a suggestion to a person and
 * never an answer. Pure.
 */
public final class ShortReply {
    private static final Set<String> YES = words("""
            yes yep yeah yup sure ok okay agreed agree gladly may ahead course fine free
            ja jawohl klar gern gerne natürlich einverstanden dürfen dürft darfst passt ordnung""");
    private static final Set<String> NO = words("no nope nah not don't nein nicht lieber");
    private static final Set<String> BESIDES = words("""
            you can please do so go of that that's is by with me us thanks thank very much feel use it i we would rather
            sorry sie ihr du das bitte danke vielen dank ist in für mich uns sehr leider verwenden nutzen es ich wir möchte
            möchten""");

    private static final Pattern QUOTED = Pattern.compile("(?m)^[ \\t]*>.*$");
    private static final Pattern BEYOND_WORDS = Pattern.compile("[?\\d@]|https?:");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}']*");
    private static final int AT_MOST = 10;

    /** Granted or declined; empty where it is not plainly one of them. Quoted lines of an earlier mail do not count. */
    public static Optional<ConsentStatus> read(String text) {
        var own = QUOTED.matcher(text).replaceAll("").toLowerCase(Locale.ROOT).replace('’', '\'');
        if (BEYOND_WORDS.matcher(own).find()) return Optional.empty();
        var words = WORD.matcher(own).results().map(MatchResult::group).toList();
        if (words.size() > AT_MOST) return Optional.empty();
        boolean yes = false, no = false;
        for (var word : words) {
            if (YES.contains(word)) yes = true;
            else if (NO.contains(word)) no = true;
            else if (!BESIDES.contains(word)) return Optional.empty();
        }
        if (yes == no) return Optional.empty();
        return Optional.of(yes ? ConsentStatus.GRANTED : ConsentStatus.DECLINED);
    }

    private static Set<String> words(String inOneLine) {
        return Set.of(inOneLine.split("\\s+"));
    }

    private ShortReply() {}
}
