package groundswell.language;

import groundswell.language.SoftmaxRegression.Row;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What was learnt.
 *
 * @param center the mean of the lessons' vectors: only what sets a text apart from it tells anything
 * @param examples by theme, what an explanation may show
 */
record Trained(
        Topics topics,
        Vocabulary vocabulary,
        float[] center,
        SoftmaxRegression all,
        Probabilities honestAll,
        SoftmaxRegression words,
        Probabilities honestWords,
        FastPath fastPath,
        Novelty novelty,
        List<List<Example>> examples,
        String hash) {
    /** A lesson that may be shown. */
    record Example(Lesson lesson, SparseVector sparse) {}

    private static final float[] NO_VECTOR = new float[0];

    /** Next to a vector of length one, the terms count somewhat less. */
    private static final float TERMS = 0.6f;

    static Row whole(float[] vector, float[] center, SparseVector sparse) {
        var values = sparse.values().clone();
        for (int i = 0; i < values.length; i++) values[i] *= TERMS;
        return new Row(centered(vector, center), new SparseVector(sparse.columns(), values));
    }

    static Row words(SparseVector sparse) {
        return new Row(NO_VECTOR, sparse);
    }

    double[] byAll(float[] vector, SparseVector sparse) {
        return honestAll.of(all.scores(whole(vector, center, sparse)));
    }

    double[] byWords(SparseVector sparse) {
        return honestWords.of(words.scores(words(sparse)));
    }

    /** How much a term speaks for a theme; 0 where it was never seen. */
    double evidence(int term, int theme) {
        int column = vocabulary.column(term);
        return column < 0 ? 0 : words.evidence(column, theme);
    }

    private static float[] centered(float[] vector, float[] center) {
        var centered = new float[vector.length];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            centered[i] = vector[i] - center[i];
            square += (double) centered[i] * centered[i];
        }
        float norm = (float) Math.max(Math.sqrt(square), 1e-6);
        for (int i = 0; i < vector.length; i++) centered[i] /= norm;
        return centered;
    }

    Trained withHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            topics.codes().forEach(code -> digest.update((code + '\n').getBytes(StandardCharsets.UTF_8)));
            topics.groups().forEach(group -> digest.update((group + '\n').getBytes(StandardCharsets.UTF_8)));
            for (int id : vocabulary.ids()) digest.update(ByteBuffer.allocate(4).putInt(0, id));
            update(digest, center);
            for (var row : all.weights()) update(digest, row);
            for (var row : words.weights()) update(digest, row);
            for (double figure : new double[] {
                honestAll.sharpness(), honestWords.sharpness(), fastPath.sureFrom(), novelty.floor(), novelty.middle()
            }) {
                digest.update(ByteBuffer.allocate(8).putDouble(0, figure));
            }
            var digits = HexFormat.of().formatHex(digest.digest());
            return new Trained(
                    topics,
                    vocabulary,
                    center,
                    all,
                    honestAll,
                    words,
                    honestWords,
                    fastPath,
                    novelty,
                    examples,
                    digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(MessageDigest digest, float[] row) {
        var bytes = ByteBuffer.allocate(4 * row.length);
        for (float value : row) bytes.putFloat(value);
        digest.update(bytes.flip());
    }
}
