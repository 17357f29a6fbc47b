package groundswell.bench.language;

import groundswell.bench.Report;
import groundswell.bench.language.LabelledTexts.Labelled;
import groundswell.language.BgeSmall;
import groundswell.language.Classification;
import groundswell.language.Classification.Stage;
import groundswell.language.EncodedText;
import groundswell.language.Lesson;
import groundswell.language.Theme;
import groundswell.language.ThemeClassifier;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How well themes are told apart, and how fast, on texts whose label is known. */
@Command(
        name = "language",
        description =
                "Themes told apart on a file of labelled texts: right answers, honest probabilities, the fast path.",
        mixinStandardHelpOptions = true)
public final class LanguageBench implements Callable<Integer> {
    private static final List<String> ANY = List.of("-", "-");

    @Option(
            names = "--labelled",
            required = true,
            description = "a CSV file with a heading: text, label (such as banking77)")
    Path file = Path.of("");

    @Option(names = "--seed", description = "of the split and the groups (default ${DEFAULT-VALUE})")
    long seed = 1;

    @Override
    public Integer call() throws Exception {
        var report = new Report();
        try (var embedder = new BgeSmall()) {
            long start = System.nanoTime();
            var texts = LabelledTexts.read(file, seed, embedder);
            report.heading("Embedding, one core");
            report.figure("texts", (texts.training().size() + texts.heldOut().size()) / seconds(start), "texts/s");
            var groups = Groups.of(texts.training(), seed);
            var themes = groups.entrySet().stream()
                    .map(entry -> new Theme(entry.getKey(), entry.getValue(), "", ANY))
                    .sorted(Comparator.comparing(Theme::code))
                    .toList();
            var ten = learn(texts.few(10), themes, embedder, report);
            var few = judge(texts.heldOut(), t -> ten.classify(t.text(), t.encoded()), groups);
            report.heading("Ten texts of each of %d labels".formatted(themes.size()));
            tell(few, report);
            report.atLeast("right labels", few.right(), 0.84);
            var all = learn(texts.training(), themes, embedder, report);
            var most = judge(texts.heldOut(), t -> all.classify(t.text(), t.encoded()), groups);
            report.heading("All %d training texts".formatted(texts.training().size()));
            tell(most, report);
            report.atLeast("right labels", most.right(), 0.92);
            fastPath(texts, all, groups, most, embedder, report);
        }
        report.load();
        return report.exitCode();
    }

    private static ThemeClassifier learn(List<Labelled> texts, List<Theme> themes, BgeSmall embedder, Report report) {
        var lessons = texts.stream()
                .map(text -> new Lesson(text.label(), "a text", text.encoded(), 1))
                .toList();
        long before = memory();
        long start = System.nanoTime();
        var learnt = ThemeClassifier.learn(themes, lessons, "measured", embedder);
        report.heading("Learning from %d texts".formatted(texts.size()));
        report.figure("time, folds for honesty included", seconds(start), "s");
        report.figure("memory", (memory() - before) / 1e6, "MB");
        return learnt;
    }

    /** Shares, from 0 to 1. */
    private record Judged(double right, double rightGroup, double sure, double rightOfSure) {}

    private static Judged judge(
            List<Labelled> texts, Function<Labelled, Classification> reader, Map<String, String> groups) {
        record Answer(Labelled text, Classification found) {}
        var answers =
                texts.stream().map(text -> new Answer(text, reader.apply(text))).toList();
        var sure = answers.stream()
                .filter(answer -> answer.found().probability() >= 0.9)
                .toList();
        return new Judged(
                share(answers, a -> a.found().theme().equals(a.text().label())),
                share(answers, a -> a.found().group().equals(groups.get(a.text().label()))),
                (double) sure.size() / texts.size(),
                share(sure, a -> a.found().theme().equals(a.text().label())));
    }

    private static void tell(Judged judged, Report report) {
        report.figure("right groups", 100 * judged.rightGroup(), "%");
        report.figure("answers with p ≥ 0.9", 100 * judged.sure(), "%");
        report.atLeast("right labels where p ≥ 0.9", judged.rightOfSure(), 0.97);
    }

    private static void fastPath(
            LabelledTexts texts,
            ThemeClassifier model,
            Map<String, String> groups,
            Judged full,
            BgeSmall embedder,
            Report report) {
        var fast = judge(texts.heldOut(), t -> model.classify(t.text()), groups);
        var whole = new Pace(texts.heldOut(), t -> model.classify(t.text(), EncodedText.of(t.text(), embedder)));
        var cascade = new Pace(texts.heldOut(), t -> model.classify(t.text()));
        whole.measure();
        cascade.measure();
        report.heading("The fast path, one core");
        report.figure(
                "decided by words alone",
                100 * share(texts.heldOut(), t -> model.classify(t.text()).stage() == Stage.WORDS),
                "%");
        report.figure("from a probability of", model.sureFrom(), "");
        double inFull = whole.measure();
        report.figure("all in full", inFull, "texts/s");
        double pace = cascade.measure();
        report.figure("with the fast path", pace, "texts/s");
        report.figure("right labels lost", 100 * (full.right() - fast.right()), "points");
        report.atMost("right groups lost, points", 100 * (full.rightGroup() - fast.rightGroup()), 0.5);
        report.atLeast("faster than all in full", pace / inFull, 5);
    }

    private record Pace(List<Labelled> texts, Consumer<Labelled> reader) {
        /** Texts per second on the calling thread. */
        double measure() {
            long start = System.nanoTime();
            texts.forEach(reader);
            return texts.size() / seconds(start);
        }
    }

    private static <T> double share(List<T> of, java.util.function.Predicate<T> which) {
        return (double) of.stream().filter(which).count() / of.size();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long memory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
