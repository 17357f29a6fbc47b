package groundswell.language.redaction;

import java.util.Locale;
import java.util.Set;

/** Products, standards, places and days that stand with a capital in anybody's message: they stay. */
final class Products {
    private static final Set<String> WORDS = WordList.read("product-words.txt");

    static boolean contains(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    private Products() {}
}
