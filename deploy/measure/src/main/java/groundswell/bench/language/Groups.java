package groundswell.bench.language;

import groundswell.bench.language.LabelledTexts.Labelled;
import groundswell.language.Embedder;
import groundswell.language.EncodedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Three groups of labels, each of those that resemble each other, as the themes of one team do (k-means, seeded). */
record Groups(Map<String, EncodedText> encoded) {
    private static final int GROUPS = 3;
    private static final int ROUNDS = 20;

    Map<String, String> of(List<Labelled> texts, long seed) {
        var centers = new TreeMap<String, float[]>();
        for (var text : texts) {
            centers.merge(text.label(), vector(text), Groups::sum);
        }
        centers.replaceAll((_, sum) -> unit(sum));
        var labels = new ArrayList<>(centers.keySet());
        Collections.shuffle(labels, new Random(seed));
        var means = new ArrayList<>(
                labels.subList(0, GROUPS).stream().map(centers::get).toList());
        var groups = new HashMap<String, String>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var label : labels) groups.put(label, "group-" + nearest(centers.get(label), means));
            for (int group = 0; group < GROUPS; group++) {
                var name = "group-" + group;
                labels.stream()
                        .filter(label -> name.equals(groups.get(label)))
                        .map(centers::get)
                        .reduce(Groups::sum)
                        .ifPresent(sum -> means.set(Integer.parseInt(name.substring(6)), unit(sum)));
            }
        }
        return groups;
    }

    private float[] vector(Labelled text) {
        return encoded.get(text.text()).vector();
    }

    private static int nearest(float[] vector, List<float[]> means) {
        return IntStream.range(0, means.size())
                .boxed()
                .max((a, b) -> Double.compare(
                        Embedder.similarity(vector, means.get(a)), Embedder.similarity(vector, means.get(b))))
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
}
