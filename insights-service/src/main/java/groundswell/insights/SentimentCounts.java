package groundswell.insights;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * In which mood customers opened their tickets, as far as it could be told (row I16).
 *
 * @param unknown tickets whose text leaves it open
 */
public record SentimentCounts(long upset, long neutral, long pleased, long unknown) {
    public static final SentimentCounts NONE = new SentimentCounts(0, 0, 0, 0);

    /** Where they come from. */
    public interface Source {
        /** Of tickets opened within a span, by theme. A ticket that was older than 90 days when it came here was not read. */
        Map<String, SentimentCounts> openedIn(Span span);
    }

    public SentimentCounts plus(SentimentCounts other) {
        return new SentimentCounts(
                upset + other.upset, neutral + other.neutral, pleased + other.pleased, unknown + other.unknown);
    }

    public SentimentCounts minus(SentimentCounts other) {
        return new SentimentCounts(
                upset - other.upset, neutral - other.neutral, pleased - other.pleased, unknown - other.unknown);
    }

    /** How many could be told. */
    public long told() {
        return upset + neutral + pleased;
    }

    /** Part of those that could be told, 0 to 1. */
    public OptionalDouble partUpset() {
        return told() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) upset / told());
    }

    /** How much more of these are upset than of others, with its certainty. */
    public Proportions against(SentimentCounts others) {
        return Proportions.of(upset, told(), others.upset, others.told());
    }

    /** For people; {@code others} are the tickets of all other themes. */
    public String sentence(SentimentCounts others) {
        if (told() == 0) {
            return "In which mood customers wrote is not known yet.";
        }
        var interval = Wilson.of(upset, told());
        var here = "Of %s that could be told, %s upset: %s, between %s and %s with 95 %% certainty"
                .formatted(
                        Wording.tickets(told()),
                        upset == 1 ? "1 was" : Wording.number(upset) + " were",
                        Wording.percent(interval.middle()),
                        Wording.percent(interval.low()),
                        Wording.percent(interval.high()));
        if (others.told() == 0) {
            return here + ".";
        }
        var difference = against(others);
        var judged = difference.certainlyHigher()
                ? "certainly more than elsewhere"
                : difference.certainlyLower() ? "certainly less than elsewhere" : "no certain difference to elsewhere";
        return "%s; %s (%s).".formatted(here, judged, Wording.percent(difference.other()));
    }
}
