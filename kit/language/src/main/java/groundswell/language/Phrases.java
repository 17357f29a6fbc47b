package groundswell.language;

import groundswell.language.Keywords.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The words of a text that may name what it is about, and the pairs of them that stand side by side; in lower case. */
final class Phrases {
    /** A pair of words says more than each of them. */
    static final double PAIR = 1.4;

    /** Words that name nothing, whatever the texts are about. */
    private static final Set<String> EMPTY = Set.copyOf(empty());

    private static final int SHORTEST = 3;

    static Set<String> in(String text) {
        var found = new HashSet<String>();
        // a bracket is a gap where something was taken out, and no word
        for (var piece : text.split("\\[[^\\]]*\\]|[.!?;:\\n]")) {
            String before = null;
            for (var word : Terms.words(piece)) {
                boolean telling = word.length() >= SHORTEST
                        && !EMPTY.contains(word)
                        && word.chars().allMatch(Character::isLetter);
                if (telling) {
                    found.add(word);
                    if (before != null) found.add(before + ' ' + word);
                }
                before = telling ? word : null;
            }
        }
        return found;
    }

    /** Each of them, with the authors who use it. */
    static Map<String, Set<UUID>> usedBy(List<Written> texts) {
        var usedBy = new HashMap<String, Set<UUID>>();
        for (var one : texts) {
            for (var words : in(one.text()))
                usedBy.computeIfAbsent(words, _ -> new HashSet<>()).add(one.author());
        }
        return usedBy;
    }

    static boolean isPair(String words) {
        return words.indexOf(' ') >= 0;
    }

    /** The first of them that have no word in common, in whichever form of it. */
    static List<String> apart(List<String> ranked, int most) {
        var chosen = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (var words : ranked) {
            var parts = List.of(words.split(" "));
            if (chosen.size() < most && parts.stream().noneMatch(part -> taken.contains(stem(part)))) {
                chosen.add(words);
                parts.forEach(part -> taken.add(stem(part)));
            }
        }
        return List.copyOf(chosen);
    }

    private static List<String> empty() {
        try (var file = Phrases.class.getResourceAsStream("empty-words.txt")) {
            if (file == null) throw new IllegalStateException("empty-words.txt is not on the class path");
            return List.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of "invoice" and "invoices" is enough. */
    private static String stem(String word) {
        for (var ending : List.of("ing", "ed", "es", "s")) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
    }

    private Phrases() {}
}
