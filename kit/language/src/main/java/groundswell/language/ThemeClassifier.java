package groundswell.language;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;

import groundswell.language.Classification.Likelihood;
import groundswell.language.Classification.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tells a text's theme from a few phrasings per theme: the theme whose centroid is nearest, with a probability.
 *
 * <p>Immutable, safe for any number of threads, and a pure function of embedder and themes: a replay gives the same
 * answers. Learning costs one embedding per phrasing and uses every core; do it in the background of a start.
 * Ridge regression, TF-IDF and nearest neighbours on top were measured and made it worse, see the README.
 */
public final class ThemeClassifier {
    private static final int EXAMPLES = 3;
    private static final double WORTH_A_MENTION = 0.1;

    private final Embedder embedder;
    private final List<LearntTheme> themes;
    private final Calibration calibration;
    private final String model;

    private ThemeClassifier(Embedder embedder, List<LearntTheme> themes, int taxonomyVersion) {
        this.embedder = embedder;
        this.themes = themes;
        this.calibration = Calibration.of(themes);
        this.model = embedder.model() + "/taxonomy@" + taxonomyVersion;
    }

    /** Learns the themes of one version of a taxonomy. */
    public static ThemeClassifier learn(List<Theme> themes, int taxonomyVersion, Embedder embedder) {
        if (themes.size() < 2) {
            throw new IllegalArgumentException("Telling themes apart needs at least two of them");
        }
        var learnt = themes.parallelStream()
                .map(theme -> LearntTheme.learn(theme, embedder))
                .toList();
        return new ThemeClassifier(embedder, learnt, taxonomyVersion);
    }

    /** Name of what judges: the embedding model and the taxonomy's version. */
    public String model() {
        return model;
    }

    /** Reads a text; costs one embedding (5 to 60 ms of one core, by length). */
    public Classification classify(String text) {
        return classify(embedder.embed(text));
    }

    /** Judges a text that was embedded before by the same model. */
    public Classification classify(float[] vector) {
        var similarities =
                themes.stream().mapToDouble(theme -> theme.similarity(vector)).toArray();
        var probabilities = calibration.probabilities(similarities);
        var ranked = IntStream.range(0, probabilities.length)
                .mapToObj(i -> new Likelihood(themes.get(i).code(), probabilities[i]))
                .sorted(Comparator.comparingDouble(Likelihood::probability).reversed())
                .toList();
        var secondary = ranked.stream()
                .skip(1)
                .filter(likelihood -> likelihood.probability() >= WORTH_A_MENTION)
                .toList();
        var best = ranked.getFirst();
        return new Classification(
                best.theme(), best.probability(), secondary, groups(probabilities), nearest(vector), model);
    }

    private Map<String, Double> groups(double[] probabilities) {
        var sums = IntStream.range(0, probabilities.length)
                .boxed()
                .collect(groupingBy(
                        i -> themes.get(i).group(), LinkedHashMap::new, summingDouble(i -> probabilities[i])));
        var ranked = new ArrayList<>(sums.entrySet());
        ranked.sort(Map.Entry.<String, Double>comparingByValue().reversed());
        var groups = new LinkedHashMap<String, Double>();
        ranked.forEach(entry -> groups.put(entry.getKey(), entry.getValue()));
        return groups;
    }

    private List<Nearest> nearest(float[] vector) {
        return themes.stream()
                .flatMap(theme -> theme.neighbours(vector))
                .sorted(Comparator.comparingDouble(Nearest::similarity).reversed())
                .limit(EXAMPLES)
                .toList();
    }
}
