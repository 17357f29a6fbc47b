package groundswell.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Groups texts that say the same, without being told how many groups there are: average-link clustering, cut where texts of
 * two groups are less alike on average than asked for.
 *
 * <p>By nearest-neighbour chains. Vectors have length one, so the average similarity of two groups is the dot product of
 * their means: memory grows with the number of texts, and only the time with its square. A group whose nearest neighbour is
 * too far away is finished at once, as no merger of others could come nearer.
 *
 * <p>A pure function of the vectors and their order; equally near neighbours are taken in that order.
 */
public final class Clusters {
    /** Members of one group, by their places in the list of vectors, ascending. */
    public record Cluster(List<Integer> members) {}

    private final float[][] sums;
    private final List<List<Integer>> members;
    private final boolean[] active;
    private final double alike;
    private int live;

    private Clusters(List<float[]> vectors, double alike) {
        this.alike = alike;
        live = vectors.size();
        sums = new float[live][];
        members = new ArrayList<>(live);
        active = new boolean[live];
        Arrays.fill(active, true);
        for (int i = 0; i < live; i++) {
            sums[i] = vectors.get(i);
            members.add(new ArrayList<>(List.of(i)));
        }
    }

    /**
     * @param vectors of length one, of one model
     * @param alike how alike texts of two groups must be on average for these to become one, from -1 to 1
     * @param least members of a group; smaller ones are left out
     * @return the largest first
     */
    public static List<Cluster> of(List<float[]> vectors, double alike, int least) {
        return new Clusters(vectors, alike)
                .run().stream()
                        .filter(group -> group.size() >= least)
                        .sorted(Comparator.<List<Integer>>comparingInt(List::size)
                                .reversed()
                                .thenComparing(List::getFirst))
                        .map(Cluster::new)
                        .toList();
    }

    /** How near each of the vectors is to the mean of all of them, from -1 to 1: the one at the top speaks for the others. */
    public static double[] typicality(List<float[]> vectors) {
        if (vectors.isEmpty()) return new double[0];
        var mean = new float[vectors.getFirst().length];
        vectors.forEach(vector -> add(vector, mean));
        double norm = Math.sqrt(Embedder.similarity(mean, mean));
        return vectors.stream()
                .mapToDouble(vector -> norm == 0 ? 0 : Embedder.similarity(vector, mean) / norm)
                .toArray();
    }

    private List<List<Integer>> run() {
        var finished = new ArrayList<List<Integer>>();
        var chain = new ArrayList<Integer>();
        int first = 0;
        while (live > 0) {
            if (chain.isEmpty()) {
                while (!active[first]) first++;
                chain.add(first);
            }
            int last = chain.getLast();
            int before = chain.size() > 1 ? chain.get(chain.size() - 2) : -1;
            int nearest = nearest(last, before);
            if (nearest < 0) {
                finished.add(sorted(last));
                active[last] = false;
                live--;
                chain.removeLast();
            } else if (nearest == before) {
                chain.removeLast();
                chain.removeLast();
                merge(Math.min(last, nearest), Math.max(last, nearest));
                chain.removeIf(group -> !active[group]); // rounding may have brought one of two equals back
            } else {
                chain.add(nearest);
            }
        }
        return finished;
    }

    /** The nearest group, if it is near enough; -1 if none is. Of equally near ones the one before in the chain, or it had no end. */
    private int nearest(int group, int before) {
        int nearest = before;
        double most = before < 0 ? alike : Math.max(alike, similarity(group, before));
        for (int other = 0; other < sums.length; other++) {
            if (!active[other] || other == group || other == before) continue;
            double near = similarity(group, other);
            if (nearest < 0 ? near >= most : near > most) {
                most = near;
                nearest = other;
            }
        }
        return nearest;
    }

    private double similarity(int a, int b) {
        return Embedder.similarity(sums[a], sums[b])
                / ((double) members.get(a).size() * members.get(b).size());
    }

    private void merge(int into, int from) {
        var sum = sums[into].clone();
        add(sums[from], sum);
        sums[into] = sum;
        members.get(into).addAll(members.get(from));
        active[from] = false;
        live--;
    }

    private List<Integer> sorted(int group) {
        return members.get(group).stream().sorted().toList();
    }

    private static void add(float[] vector, float[] to) {
        for (int i = 0; i < to.length; i++) to[i] += vector[i];
    }
}
