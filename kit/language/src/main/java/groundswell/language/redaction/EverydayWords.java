package groundswell.language.redaction;

import java.util.Locale;
import java.util.Set;

/** Words that are written by everyone, in names too: on their own and in small letters they identify nobody. */
final class EverydayWords {
    private static final Set<String> WORDS = WordList.read("everyday-words.txt");

    static boolean contains(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    private EverydayWords() {}
}
