package groundswell.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Names a group of texts by its own words: those that many of its authors use and few texts elsewhere do (TF-IDF over
 * groups). Only words of several authors are shown, so that none of them is one person's.
 */
public final class Keywords {
    /** What one author wrote; several texts of one count as one. What must not be shown is taken out before. */
    public record Written(UUID author, String text) {}

    /** Words that name nothing, whatever the texts are about. */
    private static final Set<String> EMPTY = Set.copyOf(empty());

    private static final int SHORTEST = 3;

    /** A pair of words says more than each of them. */
    private static final double PAIR = 1.4;

    /** Less than this share of the authors is no word of the group. */
    private static final double LEAST_SHARE = 0.25;

    private final Map<Integer, Integer> textsWith = new HashMap<>();
    private final int texts;

    private Keywords(List<Terms> background) {
        texts = background.size();
        for (var terms : background) {
            for (int id : terms.ids) textsWith.merge(id, 1, Integer::sum);
        }
    }

    /** @param background the group's own texts and those it is to be told from */
    public static Keywords against(List<Terms> background) {
        return new Keywords(background);
    }

    /**
     * @param authors how many different ones must use a word
     * @param most words or pairs of words
     * @return the most telling first, in lower case; none where the authors share no word
     */
    public List<String> of(List<Written> group, int authors, int most) {
        record Scored(String words, double score) {}
        var usedBy = new HashMap<String, Set<UUID>>();
        var everybody = new HashSet<UUID>();
        for (var one : group) {
            everybody.add(one.author());
            candidates(one.text())
                    .forEach(words ->
                            usedBy.computeIfAbsent(words, _ -> new HashSet<>()).add(one.author()));
        }
        double least = Math.max(authors, LEAST_SHARE * everybody.size());
        var scored = usedBy.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= least)
                .map(entry -> new Scored(
                        entry.getKey(), score(entry.getKey(), entry.getValue().size(), everybody.size())))
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::words))
                .map(Scored::words)
                .toList();
        var chosen = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (var words : scored) {
            var parts = List.of(words.split(" "));
            if (chosen.size() < most && parts.stream().noneMatch(part -> taken.contains(stem(part)))) {
                chosen.add(words);
                parts.forEach(part -> taken.add(stem(part)));
            }
        }
        return List.copyOf(chosen);
    }

    private double score(String words, int authors, int of) {
        boolean isPair = words.indexOf(' ') >= 0;
        int id = isPair ? Terms.pair(words) : Terms.word(words);
        double rare = Math.log(1 + (double) texts / Math.max(1, textsWith.getOrDefault(id, 0)));
        return (double) authors / of * rare * (isPair ? PAIR : 1);
    }

    private static Set<String> candidates(String text) {
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

    private static List<String> empty() {
        try (var file = Keywords.class.getResourceAsStream("empty-words.txt")) {
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
}
