package groundswell.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes probabilities honest. Similarities become probabilities by a softmax, with two numbers found by judging each
 * phrasing as if it were new (leave one out):
 *
 * @param sharpness how much a little more similarity says: gives the phrasings' own themes the likeliest probability.
 *     Capped, because a few themes far apart would make any text look certain
 * @param floor the similarity below which a text is likelier to be about none of the themes: only one phrasing in fifty
 *     is less like its own theme
 */
record Calibration(double sharpness, double floor) {
    private static final double LEAST = 5;
    private static final double MOST = 60;
    private static final double STRANGE = 0.02;

    private record Trial(int own, double[] similarities) {}

    static Calibration of(List<LearntTheme> themes) {
        var trials = new ArrayList<Trial>();
        for (int own = 0; own < themes.size(); own++) {
            for (int n = 0; n < themes.get(own).phrasings().size(); n++) {
                trials.add(trial(themes, own, n));
            }
        }
        double floor = floor(trials);
        var best = new Calibration(LEAST, floor);
        for (double sharpness = LEAST; sharpness <= MOST; sharpness *= 1.05) {
            var next = new Calibration(sharpness, floor);
            best = next.loss(trials) < best.loss(trials) ? next : best;
        }
        return best;
    }

    private static Trial trial(List<LearntTheme> themes, int own, int phrasing) {
        var vector = themes.get(own).phrasings().get(phrasing);
        var similarities =
                themes.stream().mapToDouble(theme -> theme.similarity(vector)).toArray();
        similarities[own] = themes.get(own).similarityOfOwn(phrasing);
        return new Trial(own, similarities);
    }

    private static double floor(List<Trial> trials) {
        var own = trials.stream()
                .mapToDouble(trial -> trial.similarities()[trial.own()])
                .sorted()
                .toArray();
        return own[(int) (own.length * STRANGE)];
    }

    private double loss(List<Trial> trials) {
        double loss = 0;
        for (var trial : trials) {
            loss -= StrictMath.log(Math.max(probabilities(trial.similarities())[trial.own()], 1e-12));
        }
        return loss;
    }

    /** One probability per similarity, the same bits on every machine; what is missing to 1 is "none of them". */
    double[] probabilities(double[] similarities) {
        double most = Math.max(floor, Arrays.stream(similarities).max().orElse(floor));
        double sum = StrictMath.exp((floor - most) * sharpness);
        var probabilities = new double[similarities.length];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = StrictMath.exp((similarities[i] - most) * sharpness);
            sum += probabilities[i];
        }
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }
}
