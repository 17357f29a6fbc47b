package groundswell.language.redaction;

import java.util.Locale;
import java.util.Set;

/** Given and family names that many people have. Words are asked for as folded texts hold them: without accents. */
final class NameLists {
    private static final Set<String> GIVEN = WordList.read("given-names.txt");
    private static final Set<String> ALSO_WORDS = WordList.readBelow("also words", "given-names.txt");
    private static final Set<String> FAMILY = WordList.read("family-names.txt");

    static boolean isGiven(String word) {
        return GIVEN.contains(word.toLowerCase(Locale.ROOT));
    }

    /** A given name that is no word besides, whatever its letters: "sarah", but not "will". */
    static boolean isNothingElse(String word) {
        return isGiven(word)
                && !ALSO_WORDS.contains(word.toLowerCase(Locale.ROOT))
                && !EverydayWords.contains(word)
                && !Products.contains(word);
    }

    static boolean isFamily(String word) {
        return FAMILY.contains(word.toLowerCase(Locale.ROOT));
    }

    private NameLists() {}
}
