package groundswell.routing.reading;

import groundswell.language.Classification;
import groundswell.language.Classification.Likelihood;
import groundswell.routing.Reading;
import groundswell.routing.RoutingEvent.Alternative;
import groundswell.routing.RoutingEvent.Example;
import groundswell.routing.Taxonomy;
import groundswell.routing.TextReader;
import groundswell.routing.setup.RoutingConfig;
import groundswell.routing.setup.RoutingConfig.Language;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads texts with the model in force. */
@Singleton
public class LanguageReader implements TextReader {
    /** Customers say what they want at the start; reading more costs time and adds signatures and quoted mails. */
    static final int ENOUGH = 2_000;

    private static final int SECONDARY = 3;

    private final boolean on;
    private final WrittenWords written;
    private final PresentModel model;

    LanguageReader(Taxonomy taxonomy, RoutingConfig config, PresentModel model) {
        this.on = config.language() == Language.ON;
        this.written = WrittenWords.of(taxonomy);
        this.model = model;
    }

    @Override
    public boolean reads() {
        return on;
    }

    @Override
    public Optional<Reading> read(String text) {
        if (!on || text.isBlank()) return Optional.empty();
        return Optional.of(reading(model.get().classify(start(text))));
    }

    /** As much of a text as is read. */
    static String start(String text) {
        return text.length() <= ENOUGH ? text : text.substring(0, ENOUGH);
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
