package groundswell.routing.reading;

import groundswell.language.Embedder;
import groundswell.language.Lesson;
import groundswell.language.ThemeClassifier;
import groundswell.routing.LearningEvent.Verdict;
import groundswell.routing.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a model of the taxonomy and some of the ledger's labels. The same ones give the same bits. */
final class Learnt {
    /** Of more labels the latest count: what customers write about changes. */
    private static final int MOST_LABELS = 10_000;

    /** A person looked at the text and disagreed. */
    private static final float CORRECTED = 2;

    /** Nobody objected, which is less than to agree. */
    private static final float ACCEPTED = 0.5f;

    private final Embedder embedder;
    private final Taxonomy source;
    private final TaxonomyLessons taxonomy;
    private final Set<String> themes;

    Learnt(Taxonomy taxonomy, Embedder embedder) {
        this.embedder = embedder;
        this.source = taxonomy;
        this.taxonomy = TaxonomyLessons.of(taxonomy, embedder);
        this.themes = this.taxonomy.themes().stream()
                .map(groundswell.language.Theme::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    int taxonomyVersion() {
        return source.version();
    }

    /** @param ledgerVersion names what the labels are */
    Model from(List<Ledger.Entry> labels, long ledgerVersion) {
        var lessons = new ArrayList<>(taxonomy.lessons());
        labels.subList(Math.max(0, labels.size() - MOST_LABELS), labels.size()).stream()
                .filter(entry -> themes.contains(source.current(entry.label().theme())))
                .map(this::lesson)
                .forEach(lessons::add);
        var name = "taxonomy@" + source.version() + (labels.isEmpty() ? "" : "/ledger@" + ledgerVersion);
        var classifier = ThemeClassifier.learn(taxonomy.themes(), lessons, name, embedder);
        return new Model(classifier, source.version(), WrittenWords.of(source));
    }

    private Lesson lesson(Ledger.Entry entry) {
        var label = entry.label();
        var weight = label.verdict() == Verdict.CORRECTED ? CORRECTED : ACCEPTED;
        return new Lesson(source.current(label.theme()), "ticket:" + label.ticketId(), entry.text(), weight);
    }
}
