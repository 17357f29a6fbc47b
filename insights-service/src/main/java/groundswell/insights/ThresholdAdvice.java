package groundswell.insights;

import groundswell.insights.Newsworthy.Thresholds;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What earlier leads say of the thresholds (row I4): higher ones that spare the most of those that came to nothing, and lose
 * none that was acted on. Only higher ones can be learnt: nobody judged what was not told.
 *
 * @param spared of the {@code dismissed} ones, how many these would not have told
 * @param actedOn all of these would still be told
 */
public record ThresholdAdvice(Thresholds thresholds, int spared, int dismissed, int actedOn) {
    /** Fewer judgements than these are chance. */
    public static final int FEWEST_JUDGED = 10, FEWEST_ACTED_ON = 3;
    /** So many of the newest are learnt from. */
    public static final int MOST_JUDGED = 60;

    /**
     * A lead, with the figures that made it one.
     *
     * @param worse whether customers were clearly worse off than elsewhere
     */
    public record Judged(Figure figure, double share, boolean worse, LeadOutcome outcome) {
        private boolean isToldWith(Thresholds thresholds) {
            return thresholds.lane(figure, share, worse).isPresent();
        }
    }

    /** Empty where too few were judged, or no thresholds do better than these. */
    public static Optional<ThresholdAdvice> of(List<Judged> newestFirst, Thresholds now) {
        var judged = newestFirst.stream().limit(MOST_JUDGED).toList();
        var kept = judged.stream().filter(is(LeadOutcome.ACTED_ON)).toList();
        var nothing = judged.stream().filter(is(LeadOutcome.DISMISSED)).toList();
        if (judged.size() < FEWEST_JUDGED || kept.size() < FEWEST_ACTED_ON) {
            return Optional.empty();
        }
        int sparedNow = spared(nothing, now);
        return candidates(nothing, now).stream()
                .filter(higher ->
                        kept.stream().filter(lead -> lead.isToldWith(now)).allMatch(lead -> lead.isToldWith(higher)))
                .map(higher -> new ThresholdAdvice(higher, spared(nothing, higher), nothing.size(), kept.size()))
                .filter(advice -> advice.spared > sparedNow)
                .max(Comparator.<ThresholdAdvice>comparingInt(advice -> advice.spared)
                        .thenComparing(advice -> -advice.raisedFrom(now)));
    }

    /** Each threshold as it is, or raised just so far that one of those that came to nothing no longer holds it. */
    private static List<Thresholds> candidates(Collection<Judged> nothing, Thresholds now) {
        var shares = new TreeSet<>(List.of(now.share()));
        var growths = new TreeSet<>(List.of(now.growth()));
        var newFroms = new TreeSet<>(List.of(now.newFrom()));
        for (var lead : nothing) {
            shares.add(Math.max(now.share(), ceil(lead.share, 1_000)));
            lead.figure.velocity().ifPresent(velocity -> growths.add(Math.max(now.growth(), ceil(velocity, 100))));
            if (lead.figure.isNew()) {
                newFroms.add((int) Math.max(now.newFrom(), lead.figure.tickets() + 1));
            }
        }
        return shares.stream()
                .flatMap(share -> growths.stream()
                        .flatMap(growth -> newFroms.stream()
                                .map(newFrom ->
                                        new Thresholds(now.version(), share, growth, newFrom, now.fewestRated()))))
                .toList();
    }

    private static double ceil(double value, int steps) {
        return Math.ceil(value * steps) / steps;
    }

    private static Predicate<Judged> is(LeadOutcome outcome) {
        return lead -> lead.outcome == outcome;
    }

    private static int spared(List<Judged> nothing, Thresholds thresholds) {
        return (int)
                nothing.stream().filter(lead -> !lead.isToldWith(thresholds)).count();
    }

    /** How far these are from those, each in parts of what it was. */
    private double raisedFrom(Thresholds now) {
        return thresholds.share() / now.share()
                + thresholds.growth() / now.growth()
                + (double) thresholds.newFrom() / now.newFrom();
    }
}
