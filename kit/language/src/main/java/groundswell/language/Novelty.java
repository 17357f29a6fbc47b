package groundswell.language;

import java.util.Arrays;
import java.util.List;

/**
 * How new a text is: unlike everything that was learnt from. Judged by its similarity to the nearest lesson that may be shown, as these lessons
 * themselves are to each other: one that is as like as the {@code middle} of them is hardly new, and below
 * {@code floor}, where only one lesson in fifty is, a text is likelier to be about none of the themes.
 */
record Novelty(double floor, double middle) {
    private static final double STRANGE = 0.02;

    /** From nearly known to nearly new within half the way from the floor to the middle. */
    private static final double SHARPNESS = 10;

    /** The likeliest theme can still be told, however new a text is. */
    private static final double MOST = 0.999;

    private static final double LEAST_SPREAD = 1e-3;

    /** Where there are more lessons than this, so many of them, evenly spread, tell the same. */
    private static final int ENOUGH = 1_000;

    static Novelty of(List<float[]> lessons) {
        if (lessons.size() < 2) return new Novelty(-1, 1);
        int step = Math.max(1, lessons.size() / ENOUGH);
        var nearest = new double[(lessons.size() + step - 1) / step];
        for (int i = 0; i < lessons.size(); i += step) {
            double most = -1;
            for (int j = 0; j < lessons.size(); j++) {
                if (i == j) continue;
                most = Math.max(most, Embedder.similarity(lessons.get(i), lessons.get(j)));
            }
            nearest[i / step] = most;
        }
        Arrays.sort(nearest);
        return new Novelty(nearest[(int) (nearest.length * STRANGE)], nearest[nearest.length / 2]);
    }

    /** From 0, like something known, to 1, like nothing. */
    double of(double nearestSimilarity) {
        double spread = Math.max(middle - floor, LEAST_SPREAD);
        return Math.min(MOST, 1 / (1 + StrictMath.exp((nearestSimilarity - floor) / spread * SHARPNESS)));
    }
}
