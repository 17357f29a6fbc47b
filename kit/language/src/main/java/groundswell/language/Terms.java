package groundswell.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words, pairs of words and pieces of words in a text, each as a number, with how often it occurs. Numbers are hashes
 * that are the same on every machine; the words can't be read from them, but short ones can be guessed: seal what is kept
 * of a customer's text.
 */
public final class Terms {
    /** What a customer wants is said early; a longer text would only weigh less per word. */
    private static final int WORDS = 200;

    private static final int LONGEST_WORD = 40;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;

    /** Sorted, each once. */
    final int[] ids;

    final int[] counts;

    Terms(int[] ids, int[] counts) {
        this.ids = ids;
        this.counts = counts;
    }

    public static Terms of(String text) {
        var counts = new HashMap<Integer, Integer>();
        String before = null;
        for (var word : words(text)) {
            counts.merge(word(word), 1, Integer::sum);
            if (before != null) counts.merge(pair(before + ' ' + word), 1, Integer::sum);
            var marked = '<' + word + '>';
            for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
                for (int from = 0; from + length <= marked.length(); from++) {
                    counts.merge(hash('c', marked.substring(from, from + length)), 1, Integer::sum);
                }
            }
            before = word;
        }
        var ids = counts.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        return new Terms(ids, Arrays.stream(ids).map(counts::get).toArray());
    }

    /** The text's words as they are counted: lower case, letters and digits alone. */
    static List<String> words(String text) {
        var plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        if (plain.isEmpty()) return List.of();
        return Arrays.stream(plain.split(" ", WORDS + 1))
                .limit(WORDS)
                .map(word -> word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD))
                .toList();
    }

    /** The number of a word. */
    static int word(String word) {
        return hash('w', word);
    }

    /** The number of two words with a space between them. */
    static int pair(String words) {
        return hash('p', words);
    }

    public boolean isEmpty() {
        return ids.length == 0;
    }

    private static int hash(char kind, String text) {
        int h = kind * 0x9E3779B1 + text.hashCode();
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Terms terms && Arrays.equals(ids, terms.ids) && Arrays.equals(counts, terms.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    /** How many different terms. */
    @Override
    public String toString() {
        return Map.of("terms", ids.length).toString();
    }
}
