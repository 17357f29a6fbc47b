package groundswell.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms that a classifier has seen, with how much each tells: one that few texts have tells more (inverse document
 * frequency). Immutable.
 */
final class Vocabulary {
    private static final int MOST_TERMS = 50_000;

    /** From so many texts on, a term must occur in two of them: one occurrence teaches nothing but that text. */
    private static final int MANY_TEXTS = 3_000;

    private final int[] ids;
    private final float[] weights;

    private Vocabulary(int[] ids, float[] weights) {
        this.ids = ids;
        this.weights = weights;
    }

    static Vocabulary of(List<Terms> texts) {
        var frequencies = new HashMap<Integer, Integer>();
        for (var text : texts) {
            for (int id : text.ids) frequencies.merge(id, 1, Integer::sum);
        }
        int least = texts.size() > MANY_TEXTS ? 2 : 1;
        var kept = frequencies.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TERMS)
                .sorted(Map.Entry.comparingByKey())
                .toList();
        var ids = kept.stream().mapToInt(Map.Entry::getKey).toArray();
        var weights = new float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            double share = (1.0 + texts.size()) / (1 + kept.get(i).getValue());
            weights[i] = (float) (StrictMath.log(share) + 1);
        }
        return new Vocabulary(ids, weights);
    }

    int size() {
        return ids.length;
    }

    /** The column of a term, or a negative number where it was never seen. */
    int column(int term) {
        return Arrays.binarySearch(ids, term);
    }

    /** The text's known terms as a vector of length one; empty where none is known. */
    SparseVector vector(Terms terms) {
        int known = 0;
        var columns = new int[terms.ids.length];
        var values = new float[terms.ids.length];
        double square = 0;
        for (int i = 0; i < terms.ids.length; i++) {
            int column = column(terms.ids[i]);
            if (column < 0) continue;
            float value = (float) ((1 + StrictMath.log(terms.counts[i])) * weights[column]);
            columns[known] = column;
            values[known++] = value;
            square += (double) value * value;
        }
        float norm = (float) Math.sqrt(square);
        for (int i = 0; i < known; i++) values[i] /= norm;
        return new SparseVector(Arrays.copyOf(columns, known), Arrays.copyOf(values, known));
    }

    int[] ids() {
        return ids.clone();
    }
}
