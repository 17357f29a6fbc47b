package groundswell.insights;

import java.util.Locale;
import java.util.Map;

/**
 * What customers gave their answers: 1 to 5 (row I16).
 *
 * @param rated tickets with a rating
 * @param sum of the ratings
 * @param unhappy tickets with a 1 or a 2
 */
public record Satisfaction(long rated, long sum, long unhappy) {
    public static final Satisfaction NONE = new Satisfaction(0, 0, 0);

    /** Of fewer ratings nothing is told outside the company. */
    private static final int TELLABLE = 10;

    /** Where the ratings come from. */
    public interface Source {
        /** Ratings of tickets opened within a span, by theme. A rating that a reopening voided is none. */
        Map<String, Satisfaction> openedIn(Span span);
    }

    public Satisfaction plus(Satisfaction other) {
        return new Satisfaction(rated + other.rated, sum + other.sum, unhappy + other.unhappy);
    }

    public Satisfaction minus(Satisfaction other) {
        return new Satisfaction(rated - other.rated, sum - other.sum, unhappy - other.unhappy);
    }

    public double mean() {
        return rated == 0 ? 0 : (double) sum / rated;
    }

    /** Whether there are enough ratings for their figures to be told outside the company. */
    public boolean isTellable() {
        return rated >= TELLABLE;
    }

    /** How many more of these customers were unhappy than of others, with its certainty. */
    public Proportions against(Satisfaction others) {
        return Proportions.of(unhappy, rated, others.unhappy, others.rated);
    }

    /** For people; {@code others} are the ratings of all other themes. */
    public String sentence(Satisfaction others) {
        if (rated == 0) {
            return "Nobody has rated the answers yet.";
        }
        var interval = Wilson.of(unhappy, rated);
        var here = "%s of 5 from %s; %s gave 1 or 2, between %s and %s with 95 %% certainty"
                .formatted(
                        mean(this),
                        Wording.number(rated) + (rated == 1 ? " rating" : " ratings"),
                        Wording.percent(interval.middle()),
                        Wording.percent(interval.low()),
                        Wording.percent(interval.high()));
        return others.rated == 0
                ? here + "."
                : "%s. Elsewhere %s, and %s (%s)."
                        .formatted(
                                here,
                                mean(others),
                                Wording.percent(against(others).other()),
                                judged(others));
    }

    private String judged(Satisfaction others) {
        var difference = against(others);
        return difference.certainlyHigher()
                ? "certainly fewer than here"
                : difference.certainlyLower() ? "certainly more than here" : "no certain difference";
    }

    private static String mean(Satisfaction of) {
        return String.format(Locale.ENGLISH, "%.1f", of.mean());
    }
}
