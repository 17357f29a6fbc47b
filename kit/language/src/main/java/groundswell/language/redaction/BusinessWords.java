package groundswell.language.redaction;

import java.util.Locale;
import java.util.Set;

/** Words that companies are made of: in a run of capitals they tell that the whole of it is one. */
final class BusinessWords {
    private static final Set<String> WORDS = WordList.read("business-words.txt");

    static boolean contains(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT).replaceFirst("'s$", ""));
    }

    private BusinessWords() {}
}
