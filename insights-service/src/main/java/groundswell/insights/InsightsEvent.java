package groundswell.insights;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What insights-service publishes on {@code insights.events.v1}, keyed by what it is about: {@code theme:login}. */
public sealed interface InsightsEvent {
    Instant at();

    /** What is told of a surge. One surge has one id, from its first event to its last. */
    sealed interface SurgeEvent extends InsightsEvent {
        UUID surgeId();
    }

    /**
     * Something is far above its usual rhythm.
     *
     * @param kind {@code theme}, {@code tag} or {@code all}
     * @param code of the theme, or the tag; empty for all tickets
     * @param began when it seems to have begun; tickets are counted from here
     * @param seen tickets since then
     * @param expected how many are usual in that time
     * @param customers how many different people wrote them
     * @param sentence the same for people
     * @param at end of the quarter hour in which it was certain
     */
    record SurgeOpened(
            UUID surgeId,
            String kind,
            String code,
            Instant began,
            int seen,
            double expected,
            int customers,
            String sentence,
            Instant at)
            implements SurgeEvent {}

    /**
     * It goes on, or has returned.
     *
     * @param peak most tickets in an hour so far
     * @param at end of the last quarter hour in which it was still unusual
     */
    record SurgeUpdated(
            UUID surgeId,
            String kind,
            String code,
            int seen,
            double expected,
            int customers,
            int peak,
            Instant peakAt,
            String sentence,
            Instant at)
            implements SurgeEvent {}

    /** It is over, since {@code at}: four hours were usual again. If it returns within a day, it is updated and goes on. */
    record SurgeClosed(
            UUID surgeId,
            String kind,
            String code,
            int seen,
            double expected,
            int customers,
            int peak,
            Instant peakAt,
            String sentence,
            Instant at)
            implements SurgeEvent {}

    /**
     * A fix has been measured, and the verdict is another than the last that was told.
     *
     * @param verdict {@code fell}, {@code rose}, {@code unclear} or {@code too_few}
     * @param change against the control ({@link Control}): -0.7 is a fall by 70 %
     * @param low lower end of its 95 % confidence interval
     * @param high upper end
     * @param before tickets in the four weeks before
     * @param after tickets in the {@code days} whole days since
     * @param people who had tickets of these themes, most first: it is they who should hear of it
     * @param at end of the last day that was measured
     */
    record FixMeasured(
            UUID fixId,
            String name,
            List<String> themes,
            String verdict,
            double change,
            double low,
            double high,
            long before,
            long after,
            int days,
            List<UUID> people,
            String sentence,
            Instant at)
            implements InsightsEvent {}

    /**
     * A theme rose with a launch and has not come back in two weeks.
     *
     * @param times as many as usual against the control ({@link Control}), in the first week
     * @param seen tickets in the first week
     * @param expected how many were to be expected
     * @param days whole days since the launch
     */
    record RegressionSuspected(
            UUID launchId,
            String name,
            String theme,
            double times,
            long seen,
            double expected,
            int days,
            String sentence,
            Instant at)
            implements InsightsEvent {}

    /** What is told of something newsworthy. One theme of one week has one id. */
    sealed interface LeadEvent extends InsightsEvent {
        UUID leadId();

        String theme();
    }

    /**
     * A week is over, and a theme of it is worth telling others of.
     *
     * @param week such as {@code 2026-W07}
     * @param lane {@code trend} or {@code high_stakes}
     * @param tickets of the week
     * @param before of the week before
     * @param share part of all tickets of the week, 0 to 1
     * @param conditions all of them, each with the figure that decided it
     * @param thresholds version of those that decided
     * @param at end of the week
     */
    record LeadFound(
            UUID leadId,
            String theme,
            String week,
            String lane,
            long tickets,
            long before,
            double share,
            List<Newsworthy.Condition> conditions,
            int thresholds,
            String sentence,
            Instant at)
            implements LeadEvent {}

    /** It no longer is: tickets came late or were given another theme, or other thresholds are in force. {@code at} is when we knew. */
    record LeadRetracted(UUID leadId, String theme, String week, Instant at) implements LeadEvent {}

    /**
     * A person has said what became of it.
     *
     * @param outcome {@code acted_on} or {@code dismissed}
     */
    record LeadJudged(UUID leadId, String theme, String week, String outcome, Instant at) implements LeadEvent {}

    /**
     * What a customer's text gives away, in codes: it is read once, and never again.
     *
     * @param cues each once, with the number of the sentence that carries it, from 0
     * @param at when the customer wrote it
     */
    record CuesFound(UUID ticketId, UUID messageId, List<FoundCue> cues, Instant at) implements InsightsEvent {
        public record FoundCue(String cue, int sentence) {}
    }

    /**
     * In which mood a ticket was opened: its text is read once, and never again.
     *
     * @param sentiment {@code upset}, {@code neutral} or {@code pleased}; {@code unknown} where the text leaves it open
     * @param probability of the likeliest, 0 to 1
     * @param model what read it, such as {@code bge-small-q/sentiment#5f0c1d2e}
     */
    record SentimentRead(UUID ticketId, String sentiment, double probability, String model, Instant at)
            implements InsightsEvent {}

    /** What was decided of a group of tickets that no theme fits. */
    sealed interface DiscoveryEvent extends InsightsEvent {
        UUID discoveryId();
    }

    /**
     * Several customers write about something that no theme fits. What they say is for the page only.
     *
     * @param tickets so many say nearly the same
     * @param customers so many different people wrote them
     */
    record ThemeDiscovered(UUID discoveryId, int tickets, int customers, Instant at) implements DiscoveryEvent {}

    /** A person has found it to be nothing. */
    record DiscoveryDismissed(UUID discoveryId, Instant at) implements DiscoveryEvent {}

    /**
     * A person has made it a theme: its tickets are about that one, and routing-service is to know it from now on.
     *
     * @param theme its code, which was no theme's before
     * @param phrasings how people put it, in the words of whoever adopted it; two or more
     * @param tickets all of them, the most typical first
     */
    record ThemeAdopted(
            UUID discoveryId,
            String theme,
            String name,
            String team,
            String description,
            List<String> phrasings,
            List<UUID> tickets,
            Instant at)
            implements DiscoveryEvent {}

    /**
     * A person has found its tickets to be about a theme that there is.
     *
     * @param tickets all of them, the most typical first
     */
    record DiscoveryMerged(UUID discoveryId, String theme, List<UUID> tickets, Instant at) implements DiscoveryEvent {}

    /** It was none: tickets have been given another theme, or earlier ones were taken over. {@code at} is when we knew. */
    record SurgeRetracted(UUID surgeId, String kind, String code, Instant at) implements SurgeEvent {}
}
