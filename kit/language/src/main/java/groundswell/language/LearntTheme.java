package groundswell.language;

import groundswell.language.Classification.Nearest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A theme as the classifier knows it: the vectors of its phrasings and their sum, whose direction is the centroid. */
record LearntTheme(String code, String group, List<float[]> phrasings, float[] sum) {
    /** The description counts as one more phrasing of the centroid, but is never shown as an example. */
    static LearntTheme learn(Theme theme, Embedder embedder) {
        var phrasings = theme.phrasings().parallelStream().map(embedder::embed).toList();
        var sum = theme.description().isBlank()
                ? new float[phrasings.getFirst().length]
                : embedder.embed(theme.description());
        phrasings.forEach(vector -> add(sum, vector, 1));
        return new LearntTheme(theme.code(), theme.group(), phrasings, sum);
    }

    /** Cosine to the centroid. */
    double similarity(float[] vector) {
        return Embedder.similarity(vector, sum) / Math.sqrt(Embedder.similarity(sum, sum));
    }

    /** Cosine of one of the theme's own phrasings to the centroid of the others: as if it were a new text. */
    double similarityOfOwn(int phrasing) {
        var others = sum.clone();
        add(others, phrasings.get(phrasing), -1);
        return Embedder.similarity(phrasings.get(phrasing), others) / Math.sqrt(Embedder.similarity(others, others));
    }

    Stream<Nearest> neighbours(float[] vector) {
        return IntStream.range(0, phrasings.size())
                .mapToObj(i -> new Nearest(code, i + 1, Embedder.similarity(vector, phrasings.get(i))));
    }

    private static void add(float[] sum, float[] vector, int sign) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * vector[i];
        }
    }
}
