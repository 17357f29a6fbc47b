package groundswell.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tokenizer of BERT's uncased English models: text to the ids such a model was trained on. Immutable and safe for
 * any number of threads.
 *
 * <p>Accents and case are dropped, punctuation stands alone, and a word outside the vocabulary is cut greedily into its
 * longest known pieces ({@code untappable} → {@code un ##ta ##ppa ##ble}). A text that spells out a control token such
 * as {@code [SEP]} gets plain brackets and letters: a customer can't steer the model with it.
 */
public final class WordPiece {
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int start;
    private final int end;

    private WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.unknown = id("[UNK]");
        this.start = id("[CLS]");
        this.end = id("[SEP]");
    }

    /** Reads the vocabulary on the class path: one piece per line, its id is its line's number. */
    public static WordPiece uncasedEnglish() {
        try (InputStream file = WordPiece.class.getResourceAsStream("/bert-vocabulary-en.txt")) {
            if (file == null) {
                throw new IllegalStateException(
                        "bert-vocabulary-en.txt (langchain4j-embeddings) is not on the class path");
            }
            var ids = new HashMap<String, Integer>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(piece -> ids.put(piece, ids.size()));
            return new WordPiece(ids);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of a text between the start and end marks, cut to at most {@code limit} ids in all. */
    public long[] ids(String text, int limit) {
        var pieces = new ArrayList<Integer>();
        for (String word : words(text, limit)) {
            if (pieces.size() >= limit - 2) {
                break;
            }
            cut(word, pieces);
        }
        int inner = Math.min(pieces.size(), limit - 2);
        var ids = new long[inner + 2];
        ids[0] = start;
        for (int i = 0; i < inner; i++) {
            ids[i + 1] = pieces.get(i);
        }
        ids[inner + 1] = end;
        return ids;
    }

    private void cut(String word, List<Integer> pieces) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            pieces.add(unknown);
            return;
        }
        var found = new ArrayList<Integer>();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer piece = null;
            while (to > from && (piece = vocabulary.get((from > 0 ? "##" : "") + word.substring(from, to))) == null) {
                to = word.offsetByCodePoints(to, -1);
            }
            if (piece == null) {
                pieces.add(unknown);
                return;
            }
            found.add(piece);
            from = to;
        }
        pieces.addAll(found);
    }

    /** Lower-case words without accents; every punctuation mark and every Chinese or Japanese character is a word. */
    private static List<String> words(String text, int enough) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        for (int i = 0; i < plain.length() && words.size() < enough; ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (Letters.isSpace(c)) {
                finish(word, words);
            } else if (Letters.standsAlone(c)) {
                finish(word, words);
                words.add(Character.toString(c));
            } else if (Letters.isKept(c)) {
                word.appendCodePoint(c);
            }
        }
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private int id(String piece) {
        Integer id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalStateException("The vocabulary has no " + piece);
        }
        return id;
    }
}
