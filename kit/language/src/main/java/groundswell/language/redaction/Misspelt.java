package groundswell.language.redaction;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Words that are one letter, or two that changed places, away from an ordinary one: a slip rather than a name. */
final class Misspelt {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    static boolean is(String word) {
        return near(word.toLowerCase(Locale.ROOT))
                .anyMatch(other -> Vocabulary.contains(other) && !NameLists.isGiven(other));
    }

    /** A long name is hardly ever that near to a word; a short one often is. */
    static boolean isLong(String word) {
        return word.length() > 7 && is(word);
    }

    private static Stream<String> near(String word) {
        return IntStream.range(0, word.length()).boxed().flatMap(i -> {
            var start = word.substring(0, i);
            var rest = word.substring(i + 1);
            var swapped = i + 1 < word.length() ? start + rest.charAt(0) + word.charAt(i) + rest.substring(1) : word;
            return Stream.concat(
                    Stream.of(start + rest, swapped),
                    LETTERS.chars()
                            .mapToObj(Character::toString)
                            .flatMap(letter -> Stream.of(start + letter + rest, start + letter + word.substring(i))));
        });
    }

    private Misspelt() {}
}
