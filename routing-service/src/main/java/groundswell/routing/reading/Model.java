package groundswell.routing.reading;

import groundswell.language.Classification;
import groundswell.language.Classification.Likelihood;
import groundswell.language.ThemeClassifier;
import groundswell.routing.Reading;
import groundswell.routing.RoutingEvent.Alternative;
import groundswell.routing.RoutingEvent.Example;

/**
 * A classifier of one taxonomy, and what its readings may show.
 *
 * @param taxonomyVersion which taxonomy it has learnt
 */
record Model(ThemeClassifier classifier, int taxonomyVersion, WrittenWords written) {
    private static final int SECONDARY = 3;

    String name() {
        return classifier.model();
    }

    String hash() {
        return classifier.hash();
    }

    Reading read(String text) {
        return reading(classifier.classify(LanguageReader.start(text)));
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
