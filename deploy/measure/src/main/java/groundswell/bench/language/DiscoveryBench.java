package groundswell.bench.language;

import groundswell.bench.Report;
import groundswell.bench.language.LabelledTexts.Labelled;
import groundswell.language.BgeSmall;
import groundswell.language.Clusters;
import groundswell.language.Keywords;
import groundswell.language.Keywords.Written;
import groundswell.language.Lesson;
import groundswell.language.Theme;
import groundswell.language.ThemeClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether themes that nobody named are found again, on texts whose label is known. */
@Command(
        name = "discovery",
        description = "Some labels are kept from the model: are their texts unclear to it, and grouped together?",
        mixinStandardHelpOptions = true)
public final class DiscoveryBench implements Callable<Integer> {
    private static final List<String> ANY = List.of("-", "-");

    @Option(
            names = "--labelled",
            required = true,
            description = "a CSV file with a heading: text, label (such as banking77)")
    Path file = Path.of("");

    @Option(names = "--seed", description = "of the split and of what is kept back (default ${DEFAULT-VALUE})")
    long seed = 1;

    @Option(names = "--unknown", description = "how many labels are kept back (default ${DEFAULT-VALUE})")
    int unknown = 10;

    @Option(names = "--unclear", description = "below this probability a text is unclear (default ${DEFAULT-VALUE})")
    double unclear = 0.5;

    @Option(names = "--alike", split = ",", description = "where groups are cut (default ${DEFAULT-VALUE})")
    double[] alike = {0.76, 0.78, 0.8, 0.82};

    @Override
    public Integer call() throws Exception {
        var report = new Report();
        try (var embedder = new BgeSmall()) {
            var texts = LabelledTexts.read(file, seed, embedder);
            var labels = new ArrayList<>(texts.training().stream()
                    .map(Labelled::label)
                    .distinct()
                    .sorted()
                    .toList());
            Collections.shuffle(labels, new Random(seed));
            var hidden = new HashSet<>(labels.subList(0, unknown));
            var themes = labels.stream()
                    .filter(label -> !hidden.contains(label))
                    .sorted()
                    .map(label -> new Theme(label, "-", "", ANY))
                    .toList();
            var lessons = texts.few(10).stream()
                    .filter(text -> !hidden.contains(text.label()))
                    .map(text -> new Lesson(text.label(), "a text", text.encoded(), 1))
                    .toList();
            var model = ThemeClassifier.learn(themes, lessons, "measured", embedder);
            var read = texts.heldOut().stream()
                    .filter(text -> model.classify(text.text(), text.encoded()).probability() < unclear)
                    .toList();
            report.heading("%d labels known, %d kept back".formatted(themes.size(), hidden.size()));
            report.figure("unclear of those kept back", 100 * unclear(read, texts.heldOut(), hidden::contains), "%");
            report.figure(
                    "unclear of those known", 100 * unclear(read, texts.heldOut(), l -> !hidden.contains(l)), "%");
            for (double cut : alike) cluster(read, hidden, cut, report);
        }
        report.load();
        return report.exitCode();
    }

    private static double unclear(
            List<Labelled> unclear, List<Labelled> all, java.util.function.Predicate<String> which) {
        return (double) unclear.stream()
                        .filter(text -> which.test(text.label()))
                        .count()
                / all.stream().filter(text -> which.test(text.label())).count();
    }

    private static void cluster(List<Labelled> texts, java.util.Set<String> hidden, double cut, Report report) {
        report.heading("Groups of %d texts, cut at %.2f".formatted(texts.size(), cut));
        long start = System.nanoTime();
        var groups =
                Clusters.of(texts.stream().map(text -> text.encoded().vector()).toList(), cut, 5);
        report.figure("time", (System.nanoTime() - start) / 1e9, "s");
        report.figure("groups", groups.size(), "");
        var found = new HashSet<String>();
        int pure = 0;
        int grouped = 0;
        var words = Keywords.against(
                texts.stream().map(text -> text.encoded().terms()).toList());
        for (var group : groups) {
            var labels = group.members().stream()
                    .map(i -> texts.get(i).label())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            var most = Collections.max(labels.entrySet(), Map.Entry.comparingByValue());
            grouped += group.members().size();
            pure += most.getValue().intValue();
            if (2 * most.getValue() > group.members().size() && hidden.contains(most.getKey()))
                found.add(most.getKey());
            var named = words.of(
                    group.members().stream()
                            .map(i -> new Written(new UUID(0, i), texts.get(i).text()))
                            .toList(),
                    3,
                    3);
            report.note("%3d texts, %3d of %-40s %s"
                    .formatted(group.members().size(), most.getValue(), most.getKey(), String.join(" · ", named)));
        }
        report.figure("kept-back labels found", found.size(), "of " + hidden.size());
        report.figure("texts of a group that are of its label", grouped == 0 ? 0 : 100.0 * pure / grouped, "%");
    }
}
