package groundswell.insights.newsworthy;

import static groundswell.insights.newsworthy.ThresholdsPage.percent;

import groundswell.insights.LeadOutcome;
import groundswell.insights.Newsworthy.Thresholds;
import groundswell.insights.ThresholdAdvice;
import groundswell.insights.ThresholdAdvice.Judged;
import java.util.List;

/**
 * What became of earlier leads, and what that says of the thresholds.
 *
 * @param link tries the thresholds that the sentence is about; empty where there are none to try
 */
record Learnt(String sentence, String link) {
    private static final int FEWEST = ThresholdAdvice.FEWEST_JUDGED, FEWEST_ACTED_ON = ThresholdAdvice.FEWEST_ACTED_ON;

    static Learnt from(List<Judged> judged, Thresholds now) {
        if (judged.isEmpty()) {
            return new Learnt(
                    "Nobody has said yet what became of a lead. That is said on the page of a week that is over; from "
                            + FEWEST + " on, those that were dismissed teach the thresholds.",
                    "");
        }
        long actedOn = judged.stream()
                .filter(lead -> lead.outcome() == LeadOutcome.ACTED_ON)
                .count();
        var counts = "Of the last " + judged.size() + " leads that were judged, " + actedOn + " were acted on and "
                + (judged.size() - actedOn) + " dismissed. ";
        if (judged.size() < FEWEST || actedOn < FEWEST_ACTED_ON) {
            return new Learnt(
                    counts + "Too few to learn from: it takes " + FEWEST + ", of which " + FEWEST_ACTED_ON
                            + " were acted on.",
                    "");
        }
        return ThresholdAdvice.of(judged, now)
                .map(advice -> new Learnt(counts + sentence(advice), link(advice.thresholds())))
                .orElseGet(() -> new Learnt(
                        counts + "No higher thresholds would have spared you more of these and kept all of those.",
                        ""));
    }

    private static String sentence(ThresholdAdvice advice) {
        var higher = advice.thresholds();
        return "A part of more than " + percent(higher.share()) + "\u00a0%, growth of more than "
                + percent(higher.growth()) + "\u00a0% and what is new from " + higher.newFrom()
                + " tickets on would have spared you " + advice.spared() + " of the " + advice.dismissed()
                + " that were dismissed, and kept all that were acted on.";
    }

    private static String link(Thresholds higher) {
        return "/insights/newsworthy/thresholds?share=" + percent(higher.share()) + "&growth="
                + percent(higher.growth()) + "&newFrom=" + higher.newFrom() + "&fewestRated=" + higher.fewestRated();
    }
}
