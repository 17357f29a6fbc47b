package groundswell.bench.language;

import groundswell.bench.language.LabelledTexts.Labelled;
import groundswell.language.Embedder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Three groups of labels, each of those that resemble each other, as the themes of one team do (k-means, seeded). */
final class Groups {
    private static final int GROUPS = 3;
    private static final int ROUNDS = 20;

    private record Center(String label, float[] vector) {}

    /** Label to group. */
    static Map<String, String> of(List<Labelled> texts, long seed) {
        var sums = new TreeMap<String, float[]>();
        texts.forEach(text -> sums.merge(text.label(), text.encoded().vector(), Groups::sum));
        var labels = new ArrayList<>(sums.entrySet().stream()
                .map(entry -> new Center(entry.getKey(), unit(entry.getValue())))
                .toList());
        Collections.shuffle(labels, new Random(seed));
        var means = new ArrayList<>(
                labels.subList(0, GROUPS).stream().map(Center::vector).toList());
        for (int round = 0; round < ROUNDS; round++) {
            var members = new TreeMap<Integer, float[]>();
            labels.forEach(center -> members.merge(nearest(center, means), center.vector(), Groups::sum));
            members.forEach((group, sum) -> means.set(group, unit(sum)));
        }
        return labels.stream().collect(Collectors.toMap(Center::label, center -> "group-" + nearest(center, means)));
    }

    private static int nearest(Center center, List<float[]> means) {
        return IntStream.range(0, means.size())
                .boxed()
                .max((a, b) -> Double.compare(
                        Embedder.similarity(center.vector(), means.get(a)),
                        Embedder.similarity(center.vector(), means.get(b))))
                .orElseThrow();
    }

    private static float[] sum(float[] a, float[] b) {
        var sum = a.clone();
        for (int i = 0; i < sum.length; i++) sum[i] += b[i];
        return sum;
    }

    private static float[] unit(float[] vector) {
        var unit = vector.clone();
        double length = Math.sqrt(Embedder.similarity(vector, vector));
        for (int i = 0; i < unit.length; i++) unit[i] /= (float) length;
        return unit;
    }

    private Groups() {}
}
