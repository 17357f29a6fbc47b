package groundswell.language;

import groundswell.language.Classification.Likelihood;
import groundswell.language.Classification.Nearest;
import groundswell.language.Classification.Stage;
import groundswell.language.Trained.Example;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells a text's theme, with a probability and what it rests on. Most texts are clear from their words alone and cost next
 * to nothing; the others are embedded, and judged by embedding and words together.
 *
 * <p>Immutable, safe for any number of threads, and a pure function of embedder and lessons: a replay gives the same
 * answers. See {@link Training} for how it comes to be, and the README for how good it is.
 */
public final class ThemeClassifier {
    private static final int EXAMPLES = 3;
    private static final int STRONGEST = 3;
    private static final double WORTH_A_MENTION = 0.1;

    private final Embedder embedder;
    private final Trained trained;
    private final String model;

    ThemeClassifier(Embedder embedder, Trained trained, String learntFrom) {
        this.embedder = embedder;
        this.trained = trained;
        this.model = "%s/%s#%s"
                .formatted(embedder.model(), learntFrom, trained.hash().substring(0, 8));
    }

    /** Learns from a taxonomy's phrasings alone: the first day. */
    public static ThemeClassifier learn(List<Theme> themes, int taxonomyVersion, Embedder embedder) {
        var lessons = themes.parallelStream()
                .flatMap(theme -> Lesson.of(theme, embedder).stream())
                .toList();
        return learn(themes, lessons, "taxonomy@" + taxonomyVersion, embedder);
    }

    /**
     * Learns from lessons; the same ones in the same order give the same bits. A second or two for a thousand lessons.
     *
     * @param learntFrom names the lessons, such as {@code taxonomy@3/ledger@200}
     */
    public static ThemeClassifier learn(
            List<Theme> themes, List<Lesson> lessons, String learntFrom, Embedder embedder) {
        return new ThemeClassifier(embedder, new Training(Topics.of(themes), lessons).run(), learntFrom);
    }

    /** Name of what judges: the embedding model, what was learnt from, and the beginning of {@link #hash}. */
    public String model() {
        return model;
    }

    /** SHA-256 over everything that was learnt, in hexadecimal digits. */
    public String hash() {
        return trained.hash();
    }

    /** The probability from which the words alone decide; above 1 where they never do. */
    public double sureFrom() {
        return trained.fastPath().sureFrom();
    }

    /** Reads a text. */
    public Classification classify(String text) {
        var terms = Terms.of(text);
        var sparse = trained.vocabulary().vector(terms);
        var words = trained.byWords(sparse);
        return trained.fastPath().isSure(words, trained.topics())
                ? byWords(text, sparse, words)
                : classify(text, new EncodedText(embedder.embed(text), terms));
    }

    /** Judges a text by embedding and words together, however clear its words are. */
    public Classification classify(String text, EncodedText encoded) {
        var sparse = trained.vocabulary().vector(encoded.terms());
        var nearest = nearest(
                trained.examples().stream().flatMap(List::stream),
                example -> Embedder.similarity(
                        encoded.vector(), example.lesson().text().vector()));
        double novelty =
                trained.novelty().of(nearest.isEmpty() ? -1 : nearest.getFirst().similarity());
        var probabilities = trained.byAll(encoded.vector(), sparse);
        for (int i = 0; i < trained.topics().none(); i++) probabilities[i] *= 1 - novelty;
        return classification(Stage.FULL, text, probabilities, nearest, novelty);
    }

    /** The likeliest of a group's themes for a text of which only the group is known; empty for a group without themes. */
    public Optional<String> likeliest(String group, EncodedText encoded) {
        var topics = trained.topics();
        var probabilities = trained.byAll(encoded.vector(), trained.vocabulary().vector(encoded.terms()));
        return IntStream.range(0, topics.none())
                .filter(i -> topics.groups().get(i).equals(group))
                .boxed()
                .max(Comparator.comparingDouble(i -> probabilities[i]))
                .map(topics.codes()::get);
    }

    private Classification byWords(String text, SparseVector sparse, double[] probabilities) {
        int best = trained.topics().best(probabilities);
        var nearest = nearest(trained.examples().get(best).stream(), example -> sparse.similarity(example.sparse()));
        return classification(Stage.WORDS, text, probabilities, nearest, 0);
    }

    private Classification classification(
            Stage stage, String text, double[] probabilities, List<Nearest> nearest, double novelty) {
        var topics = trained.topics();
        int best = topics.best(probabilities);
        var secondary = IntStream.range(0, topics.none())
                .filter(i -> i != best && probabilities[i] >= WORTH_A_MENTION)
                .mapToObj(i -> new Likelihood(topics.codes().get(i), probabilities[i]))
                .sorted(Comparator.comparingDouble(Likelihood::probability).reversed())
                .toList();
        return new Classification(
                topics.codes().get(best),
                probabilities[best],
                secondary,
                topics.groups(probabilities),
                nearest,
                strongest(text, best),
                novelty,
                stage,
                model);
    }

    private static List<Nearest> nearest(Stream<Example> examples, ToDoubleFunction<Example> similarity) {
        var best = new ArrayDeque<Nearest>(); // worst first
        examples.forEach(example -> {
            double alike = similarity.applyAsDouble(example);
            if (best.size() == EXAMPLES && alike <= best.getFirst().similarity()) return;
            var lesson = example.lesson();
            insert(new Nearest(String.valueOf(lesson.theme()), String.valueOf(lesson.name()), alike), best);
            if (best.size() > EXAMPLES) best.removeFirst();
        });
        return List.copyOf(best.reversed());
    }

    private static void insert(Nearest one, ArrayDeque<Nearest> ascending) {
        var better = new ArrayDeque<Nearest>();
        while (!ascending.isEmpty() && ascending.getLast().similarity() >= one.similarity()) {
            better.addFirst(ascending.removeLast());
        }
        ascending.addLast(one);
        ascending.addAll(better);
    }

    /** The words that speak most for a theme. */
    private List<String> strongest(String text, int theme) {
        record Word(String word, double evidence) {}
        return Terms.words(text).stream()
                .distinct()
                .map(word -> new Word(word, trained.evidence(Terms.word(word), theme)))
                .filter(word -> word.evidence() > 0)
                .sorted(Comparator.comparingDouble(Word::evidence).reversed())
                .limit(STRONGEST)
                .map(Word::word)
                .toList();
    }
}
