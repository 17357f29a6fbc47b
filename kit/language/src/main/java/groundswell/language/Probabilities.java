package groundswell.language;

import java.util.Arrays;
import java.util.List;

/**
 * Makes a model's probabilities honest: scores times this sharpness, found on texts that the model had not seen, so that of
 * many answers given with 0.9 about nine in ten are right (temperature scaling).
 */
record Probabilities(double sharpness) {
    private static final double LEAST = 0.02;
    private static final double MOST = 2;
    private static final double STEP = 1.05;

    /** What a model said of a text it had not learnt from, and what is right. */
    record Trial(float[] scores, int right) {}

    static Probabilities fitting(List<Trial> trials) {
        var best = new Probabilities(1);
        double least = best.loss(trials);
        for (double sharpness = LEAST; sharpness <= MOST; sharpness *= STEP) {
            var next = new Probabilities(sharpness);
            double loss = next.loss(trials);
            if (loss < least) {
                least = loss;
                best = next;
            }
        }
        return best;
    }

    double[] of(float[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (float score : scores) most = Math.max(most, score);
        var probabilities = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = StrictMath.exp((scores[i] - most) * sharpness);
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) probabilities[i] /= sum;
        return probabilities;
    }

    private double loss(List<Trial> trials) {
        double loss = 0;
        for (var trial : trials) loss -= StrictMath.log(Math.max(of(trial.scores())[trial.right()], 1e-12));
        return loss;
    }

    static int best(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) best = probabilities[i] > probabilities[best] ? i : best;
        return best;
    }

    static double most(double[] probabilities) {
        return Arrays.stream(probabilities).max().orElse(0);
    }
}
