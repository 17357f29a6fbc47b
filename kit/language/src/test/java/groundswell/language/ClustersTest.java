package groundswell.language;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.language.Clusters.Cluster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClustersTest {
    /** Texts near one of some directions, in random order, and others near none. */
    private static List<float[]> scattered(Random random, int directions, int near, int far) {
        var vectors = new ArrayList<float[]>();
        for (int d = 0; d < directions; d++) {
            var middle = unit(random);
            for (int i = 0; i < near; i++) vectors.add(mixed(middle, unit(random), 0.35f + 0.35f * random.nextFloat()));
        }
        for (int i = 0; i < far; i++) vectors.add(unit(random));
        java.util.Collections.shuffle(vectors, random);
        return vectors;
    }

    private static float[] unit(Random random) {
        var vector = new float[24];
        for (int i = 0; i < vector.length; i++) vector[i] = (float) random.nextGaussian();
        return scaled(vector);
    }

    private static float[] mixed(float[] a, float[] b, float share) {
        var vector = new float[a.length];
        for (int i = 0; i < a.length; i++) vector[i] = a[i] * (1 - share) + b[i] * share;
        return scaled(vector);
    }

    private static float[] scaled(float[] vector) {
        double norm = Math.sqrt(Embedder.similarity(vector, vector));
        for (int i = 0; i < vector.length; i++) vector[i] /= (float) norm;
        return vector;
    }

    /** As the textbook has it: of all pairs of groups the nearest become one, until none is near enough. */
    private static List<Cluster> naive(List<float[]> vectors, double alike, int least) {
        var groups = new ArrayList<List<Integer>>();
        for (int i = 0; i < vectors.size(); i++) groups.add(List.of(i));
        while (true) {
            double most = alike;
            int[] best = null;
            for (int a = 0; a < groups.size(); a++) {
                for (int b = a + 1; b < groups.size(); b++) {
                    double sum = 0;
                    for (int i : groups.get(a)) {
                        for (int j : groups.get(b)) sum += Embedder.similarity(vectors.get(i), vectors.get(j));
                    }
                    double average = sum / groups.get(a).size() / groups.get(b).size();
                    if (average >= most) {
                        most = average;
                        best = new int[] {a, b};
                    }
                }
            }
            if (best == null) break;
            var both = new ArrayList<>(groups.get(best[0]));
            both.addAll(groups.remove(best[1]));
            groups.set(best[0], both.stream().sorted().toList());
        }
        return groups.stream()
                .filter(group -> group.size() >= least)
                .sorted(Comparator.<List<Integer>>comparingInt(List::size)
                        .reversed()
                        .thenComparing(List::getFirst))
                .map(Cluster::new)
                .toList();
    }

    @Test
    void the_groups_are_those_of_the_textbook() {
        for (int seed = 0; seed < 20; seed++) {
            var vectors = scattered(new Random(seed), 4, 7, 12);
            assertThat(Clusters.of(vectors, 0.6, 2)).as("seed %d", seed).isEqualTo(naive(vectors, 0.6, 2));
        }
    }

    @Test
    void texts_that_are_all_the_same_are_one_group_and_none_are_none() {
        var same = new float[] {1, 0};
        assertThat(Clusters.of(List.of(same, same, same, same), 0.8, 2))
                .containsExactly(new Cluster(List.of(0, 1, 2, 3)));
        assertThat(Clusters.of(List.of(), 0.8, 1)).isEmpty();
        assertThat(Clusters.of(List.of(same, new float[] {0, 1}), 0.8, 2)).isEmpty();
    }

    @Test
    void however_many_texts_are_the_same_each_is_in_one_group() {
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var few = scattered(random, 3, 3, 5);
            var vectors = IntStream.range(0, 120)
                    .mapToObj(_ -> few.get(random.nextInt(few.size())))
                    .toList();
            assertThat(Clusters.of(vectors, 0.5, 1))
                    .flatExtracting(Cluster::members)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 120).boxed().toList());
        }
    }

    @Test
    void the_vectors_that_were_given_are_left_as_they_are() {
        var vectors = scattered(new Random(3), 2, 5, 0);
        var copies = vectors.stream().map(float[]::clone).toList();
        Clusters.of(vectors, 0.3, 1);
        assertThat(IntStream.range(0, copies.size())).allMatch(i -> Arrays.equals(copies.get(i), vectors.get(i)));
    }

    @Test
    void the_most_typical_is_nearest_to_the_mean() {
        assertThat(Clusters.typicality(List.of(new float[] {1, 0}, new float[] {0.8f, 0.6f}, new float[] {0.6f, 0.8f})))
                .satisfies(near -> assertThat(near[1]).isGreaterThan(near[0]).isGreaterThan(near[2]));
    }
}
