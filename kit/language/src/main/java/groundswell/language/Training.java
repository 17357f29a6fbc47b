package groundswell.language;

import groundswell.language.SoftmaxRegression.Row;
import groundswell.language.Trained.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns from lessons. How sure the models may be, and when words alone are enough, is found out on lessons left aside:
 * each fold is judged by models that learnt from the others.
 */
final class Training {
    private static final int FOLDS = 3;

    /** So many judged lessons are enough: with many lessons not every fold is needed. */
    private static final int ENOUGH_TRIALS = 1_500;

    /** An explanation chooses among so many examples of a theme, the latest. */
    private static final int EXAMPLES = 40;

    private static final long SEED = 11;

    private final Topics topics;
    private final List<Lesson> lessons;
    private final Vocabulary vocabulary;
    private final List<SparseVector> sparse;
    private final float[] center;
    private final int[] targets;

    Training(Topics topics, List<Lesson> lessons) {
        this.topics = topics;
        this.lessons = lessons;
        this.targets = lessons.stream()
                .mapToInt(lesson -> topics.number(lesson.theme()))
                .toArray();
        if (Arrays.stream(targets)
                        .filter(target -> target != topics.none())
                        .distinct()
                        .count()
                < 2) throw new IllegalArgumentException("Telling themes apart needs lessons of at least two");
        this.vocabulary = Vocabulary.of(
                lessons.stream().map(lesson -> lesson.text().terms()).toList());
        this.sparse = lessons.stream()
                .map(lesson -> vocabulary.vector(lesson.text().terms()))
                .toList();
        this.center = center();
    }

    private record Models(SoftmaxRegression all, SoftmaxRegression words) {}

    private record Trial(float[] all, float[] words, int right) {}

    Trained run() {
        var folds = folds();
        var models = new ArrayList<Models>(Collections.nCopies(folds.size() + 1, null));
        IntStream.rangeClosed(0, folds.size())
                .parallel()
                .forEach(i -> models.set(
                        i,
                        i < folds.size()
                                ? models(without(folds.get(i)))
                                : models(IntStream.range(0, lessons.size()).toArray())));
        var trials = new ArrayList<Trial>();
        for (int i = 0; i < folds.size(); i++) {
            for (int lesson : folds.get(i)) trials.add(trial(models.get(i), lesson));
        }
        var honestAll = Probabilities.fitting(trials.stream()
                .map(t -> new Probabilities.Trial(t.all(), t.right()))
                .toList());
        var honestWords = Probabilities.fitting(trials.stream()
                .map(t -> new Probabilities.Trial(t.words(), t.right()))
                .toList());
        var fastPath = FastPath.fitting(
                trials.stream()
                        .map(t -> new FastPath.Trial(honestWords.of(t.words()), honestAll.of(t.all()), t.right()))
                        .toList(),
                topics);
        var whole = models.getLast();
        var examples = examples();
        return new Trained(
                        topics,
                        vocabulary,
                        center,
                        whole.all(),
                        honestAll,
                        whole.words(),
                        honestWords,
                        fastPath,
                        Novelty.of(examples.stream()
                                .flatMap(List::stream)
                                .map(example -> example.lesson().text().vector())
                                .toList()),
                        examples,
                        "")
                .withHash();
    }

    private Models models(int[] from) {
        return new Models(
                train(from, i -> Trained.whole(lessons.get(i).text().vector(), center, sparse.get(i))),
                train(from, i -> Trained.words(sparse.get(i))));
    }

    private SoftmaxRegression train(int[] from, java.util.function.IntFunction<Row> row) {
        var examples = Arrays.stream(from)
                .mapToObj(i -> new SoftmaxRegression.Example(
                        row.apply(i), targets[i], lessons.get(i).weight()))
                .toList();
        return SoftmaxRegression.train(examples, topics.classes(), vocabulary.size());
    }

    private Trial trial(Models models, int lesson) {
        var vector = lessons.get(lesson).text().vector();
        return new Trial(
                models.all().scores(Trained.whole(vector, center, sparse.get(lesson))),
                models.words().scores(Trained.words(sparse.get(lesson))),
                targets[lesson]);
    }

    /** The lessons dealt out, each theme evenly; only as many folds as give enough trials. */
    private List<int[]> folds() {
        var random = new Random(SEED);
        var dealt = new ArrayList<List<Integer>>();
        for (int fold = 0; fold < FOLDS; fold++) dealt.add(new ArrayList<>());
        int next = 0;
        for (int theme = 0; theme < topics.classes(); theme++) {
            var own = new ArrayList<Integer>();
            for (int i = 0; i < targets.length; i++) if (targets[i] == theme) own.add(i);
            Collections.shuffle(own, random);
            for (int lesson : own) dealt.get(next++ % FOLDS).add(lesson);
        }
        int folds = Math.clamp((long) Math.ceil((double) FOLDS * ENOUGH_TRIALS / lessons.size()), 1, FOLDS);
        return dealt.stream()
                .limit(folds)
                .filter(fold -> !fold.isEmpty())
                .map(fold -> fold.stream().mapToInt(Integer::intValue).sorted().toArray())
                .toList();
    }

    private int[] without(int[] fold) {
        return IntStream.range(0, lessons.size())
                .filter(i -> Arrays.binarySearch(fold, i) < 0)
                .toArray();
    }

    private float[] center() {
        var sum = new double[lessons.getFirst().text().vector().length];
        for (var lesson : lessons) {
            for (int i = 0; i < sum.length; i++) sum[i] += lesson.text().vector()[i];
        }
        var mean = new float[sum.length];
        for (int i = 0; i < sum.length; i++) mean[i] = (float) (sum[i] / lessons.size());
        return mean;
    }

    private List<List<Example>> examples() {
        return IntStream.range(0, topics.codes().size())
                .mapToObj(theme -> {
                    var own = IntStream.range(0, lessons.size())
                            .filter(i -> targets[i] == theme && lessons.get(i).name() != null)
                            .mapToObj(i -> new Example(lessons.get(i), sparse.get(i)))
                            .toList();
                    return own.subList(Math.max(0, own.size() - EXAMPLES), own.size());
                })
                .toList();
    }
}
