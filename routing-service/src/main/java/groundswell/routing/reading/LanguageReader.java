package groundswell.routing.reading;

import groundswell.language.BgeSmall;
import groundswell.language.Classification;
import groundswell.language.Classification.Likelihood;
import groundswell.language.Embedder;
import groundswell.language.Lesson;
import groundswell.language.ThemeClassifier;
import groundswell.routing.Reading;
import groundswell.routing.RoutingEvent.Alternative;
import groundswell.routing.RoutingEvent.Example;
import groundswell.routing.Taxonomy;
import groundswell.routing.TextReader;
import groundswell.routing.setup.RoutingConfig;
import groundswell.routing.setup.RoutingConfig.Language;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Reads texts with the model that rides in the jar. It learns the themes in the background of the start. */
@Startup
@Singleton
public class LanguageReader implements TextReader {
    /** Customers say what they want at the start; reading more costs time and adds signatures and quoted mails. */
    private static final int ENOUGH = 2_000;

    private static final int SECONDARY = 3;
    private static final Logger LOG = Logger.getLogger(LanguageReader.class);

    private final boolean on;
    private final WrittenWords written;
    private final CompletableFuture<ThemeClassifier> classifier;

    LanguageReader(Taxonomy taxonomy, RoutingConfig config) {
        on = config.language() == Language.ON;
        written = WrittenWords.of(taxonomy);
        classifier =
                on ? CompletableFuture.supplyAsync(() -> learn(taxonomy, new BgeSmall())) : new CompletableFuture<>();
        classifier.whenComplete((_, failure) -> {
            if (failure != null) LOG.error("The themes could not be learnt: no text will be read", failure);
        });
    }

    /** Texts will wait for ever. */
    boolean cannotRead() {
        return classifier.isCompletedExceptionally();
    }

    static ThemeClassifier learn(Taxonomy taxonomy, Embedder embedder) {
        var themes = taxonomy.themes().stream()
                .map(theme -> new groundswell.language.Theme(
                        theme.code(), theme.team(), theme.description(), theme.phrasings()))
                .toList();
        var lessons = Stream.concat(
                        themes.parallelStream().flatMap(theme -> Lesson.of(theme, embedder).stream()),
                        taxonomy.unclear().parallelStream().map(text -> Lesson.ofNothing(text, embedder)))
                .toList();
        return ThemeClassifier.learn(themes, lessons, "taxonomy@" + taxonomy.version(), embedder);
    }

    @Override
    public boolean reads() {
        return on;
    }

    @Override
    public Optional<Reading> read(String text) {
        if (!on || text.isBlank()) return Optional.empty();
        var start = text.length() <= ENOUGH ? text : text.substring(0, ENOUGH);
        return Optional.of(reading(classifier.join().classify(start)));
    }

    private Reading reading(Classification found) {
        var secondary = found.secondary().stream().map(Likelihood::theme).limit(SECONDARY);
        var teams = found.groups().entrySet().stream()
                .map(group -> new Alternative(group.getKey(), probability(group.getValue())));
        var examples = found.nearest().stream()
                .map(near -> new Example(near.theme(), near.name(), rounded(near.similarity())));
        return new Reading(
                found.theme(),
                probability(found.probability()),
                secondary.toList(),
                teams.toList(),
                examples.toList(),
                written.among(found.strongest()),
                found.model());
    }

    /** No reading is ever certain: only a rule or a person is. */
    private static double probability(double value) {
        return Math.min(0.999, rounded(value));
    }

    /** Three places: enough to explain, and a figure that people can say. */
    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
