package groundswell.insights;

import java.util.Map;

/**
 * What customers gave their answers: 1 to 5.
 *
 * @param rated tickets with a rating
 * @param sum of the ratings
 * @param unhappy tickets with a 1 or a 2
 */
public record Satisfaction(long rated, long sum, long unhappy) {
    public static final Satisfaction NONE = new Satisfaction(0, 0, 0);

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
}
