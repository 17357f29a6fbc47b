package groundswell.language.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words that are in general use: the whole words of the embedding's vocabulary (an English one), which its makers ordered by
 * how often they are met. Names of well-known people and places are among them, so a word in it may still be a name.
 */
final class Vocabulary {
    /** What is met less often than this is hardly ever an ordinary word that starts with a capital inside a sentence. */
    private static final int MOST_MET = 25_000;

    private static final Set<String> WORDS = read(MOST_MET);
    private static final Set<String> RARE = read(Integer.MAX_VALUE);
    private static final List<String> ENDINGS =
            List.of("s", "es", "ed", "d", "ing", "ly", "er", "ers", "r", "y", "able", "ness", "ment", "ments", "less");
    private static final List<String> BEGINNINGS = List.of(
            "un", "re", "non", "pre", "over", "under", "out", "mis", "dis", "auto", "multi", "sub", "up", "down");

    /** A word, one with an ending, or one with a beginning, of general use. */
    static boolean contains(String word) {
        var plain = word.toLowerCase(Locale.ROOT).replaceFirst("'\\w{0,2}$", "");
        return isWord(plain)
                || ENDINGS.stream().anyMatch(ending -> plain.endsWith(ending) && isStem(plain, ending))
                || BEGINNINGS.stream()
                        .anyMatch(start -> plain.startsWith(start)
                                && plain.length() > start.length() + 2
                                && isWord(plain.substring(start.length())));
    }

    /** Also the rarer ones, and two of general use in one: enough for a word in small letters. */
    static boolean containsRare(String word) {
        return contains(word)
                || RARE.contains(word)
                || RARE.contains(word.replaceFirst("(?:s|ed|ing)$", ""))
                || IntStream.rangeClosed(3, word.length() - 3)
                        .anyMatch(i -> isWord(word.substring(0, i)) && contains(word.substring(i)));
    }

    private static boolean isStem(String word, String ending) {
        var stem = word.substring(0, word.length() - ending.length());
        return stem.length() > 2
                && (isWord(stem)
                        || isWord(stem + "e")
                        || stem.endsWith("i") && isWord(stem.substring(0, stem.length() - 1) + "y")
                        || stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)
                                && isWord(stem.substring(0, stem.length() - 1)));
    }

    private static boolean isWord(String word) {
        return WORDS.contains(word) || EverydayWords.contains(word) || Products.contains(word);
    }

    private static Set<String> read(int many) {
        try (InputStream file =
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream("/bert-vocabulary-en.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .limit(many)
                    .filter(word -> word.length() > 1 && Character.isLetter(word.charAt(0)))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Vocabulary() {}
}
