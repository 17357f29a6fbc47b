package groundswell.language;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A linear model that gives each class a probability, over the embedding and the terms of a text together
 * (multinomial logistic regression with an L2 penalty, by stochastic gradient descent).
 *
 * <p>Training is a pure function of its input: one thread, one seed, {@link StrictMath}, every sum in one order. Two
 * trainings give the same bits, on whatever machine.
 */
final class SoftmaxRegression {
    /** Steps of about this many examples are enough to settle; small sets are gone through more often. */
    private static final int STEPS = 160_000;

    private static final int LEAST_ROUNDS = 8;
    private static final int MOST_ROUNDS = 40;
    private static final double RATE = 4;
    private static final double LAST_RATE = 1e-4;
    private static final double PENALTY = 1e-5;

    /** A class's own frequency may tell a little, not much: tomorrow's tickets are spread otherwise. */
    private static final float BIAS_PACE = 0.1f;

    private static final long SEED = 7;

    /** @param dense empty where the model goes by terms alone */
    record Row(float[] dense, SparseVector sparse) {}

    record Example(Row row, int target, float weight) {}

    private final float[][] denseWeights;
    private final float[][] sparseWeights;
    private final float[] bias;

    private SoftmaxRegression(float[][] denseWeights, float[][] sparseWeights, float[] bias) {
        this.denseWeights = denseWeights;
        this.sparseWeights = sparseWeights;
        this.bias = bias;
    }

    /** @param columns of the sparse part */
    static SoftmaxRegression train(List<Example> examples, int classes, int columns) {
        int dimensions = examples.getFirst().row().dense().length;
        var dense = new float[dimensions][classes];
        var sparse = new float[columns][classes];
        var bias = new float[classes];
        var order = new int[examples.size()];
        Arrays.setAll(order, i -> i);
        var random = new Random(SEED);
        int rounds = Math.clamp(STEPS / examples.size(), LEAST_ROUNDS, MOST_ROUNDS);
        long steps = (long) rounds * examples.size();
        long step = 0;
        float scale = 1; // the penalty shrinks all weights at once, by this one number
        var scores = new float[classes];
        for (int round = 0; round < rounds; round++) {
            shuffle(order, random);
            for (int i : order) {
                var example = examples.get(i);
                double rate = RATE * (1 - (double) step++ / steps) + LAST_RATE;
                score(example.row(), dense, sparse, scale, bias, scores);
                toProbabilities(scores);
                scores[example.target()] -= 1;
                for (int c = 0; c < classes; c++) scores[c] *= (float) (-rate * example.weight());
                scale *= (float) (1 - rate * PENALTY);
                add(example.row().dense(), dense, 1 / scale, scores);
                add(example.row().sparse(), sparse, 1 / scale, scores);
                for (int c = 0; c < classes; c++) bias[c] += BIAS_PACE * scores[c];
            }
        }
        multiply(dense, scale);
        multiply(sparse, scale);
        return new SoftmaxRegression(dense, sparse, bias);
    }

    /** What each class speaks for, in logarithms up to a constant. */
    float[] scores(Row row) {
        var scores = new float[bias.length];
        score(row, denseWeights, sparseWeights, 1, bias, scores);
        return scores;
    }

    /** How much more a column speaks for a class than for the average class. */
    double evidence(int column, int forClass) {
        double sum = 0;
        for (float weight : sparseWeights[column]) sum += weight;
        return sparseWeights[column][forClass] - sum / bias.length;
    }

    /** Every weight, in a fixed order. */
    Iterable<float[]> weights() {
        return () -> java.util.stream.Stream.of(
                        Arrays.stream(denseWeights), Arrays.stream(sparseWeights), Arrays.stream(new float[][] {bias}))
                .<float[]>flatMap(part -> part)
                .iterator();
    }

    private static void score(Row row, float[][] dense, float[][] sparse, float scale, float[] bias, float[] scores) {
        Arrays.fill(scores, 0);
        for (int i = 0; i < row.dense().length; i++) {
            addTimes(dense[i], row.dense()[i], scores);
        }
        for (int i = 0; i < row.sparse().columns().length; i++) {
            addTimes(sparse[row.sparse().columns()[i]], row.sparse().values()[i], scores);
        }
        for (int c = 0; c < scores.length; c++) scores[c] = scores[c] * scale + bias[c];
    }

    private static void add(float[] row, float[][] weights, float factor, float[] step) {
        for (int i = 0; i < row.length; i++) addTimes(step, row[i] * factor, weights[i]);
    }

    private static void add(SparseVector row, float[][] weights, float factor, float[] step) {
        for (int i = 0; i < row.columns().length; i++) {
            addTimes(step, row.values()[i] * factor, weights[row.columns()[i]]);
        }
    }

    /** The loop that everything waits for; as it adds column by column, the compiler may do several at once. */
    private static void addTimes(float[] row, float factor, float[] to) {
        for (int c = 0; c < to.length; c++) to[c] += factor * row[c];
    }

    private static void toProbabilities(float[] scores) {
        float most = Float.NEGATIVE_INFINITY;
        for (float score : scores) most = Math.max(most, score);
        float sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = (float) StrictMath.exp(scores[c] - most);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) scores[c] /= sum;
    }

    private static void multiply(float[][] weights, float by) {
        for (var row : weights) {
            for (int c = 0; c < row.length; c++) row[c] *= by;
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int last = order[i];
            order[i] = order[j];
            order[j] = last;
        }
    }
}
