package groundswell.routing.decision;

import groundswell.routing.RoutingEvent.Alternative;
import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.RoutingEvent.Lane;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket is, and why.
 *
 * @param number what people call the ticket, such as {@code TKT-4821}
 * @param lane {@code team}, {@code triage}, or {@code reading} while its text still waits to be read
 * @param why the decision in one sentence
 * @param wouldChange what would have changed it, a sentence each
 * @param earlier what was decided before, newest first
 */
public record DecisionView(
        UUID ticketId,
        String number,
        String lane,
        @Nullable String team,
        @Nullable String bestTeam,
        @Nullable Double confidence,
        @Nullable DecidedBy decidedBy,
        String why,
        List<String> wouldChange,
        @Nullable String rule,
        @Nullable Integer rulesVersion,
        @Nullable String model,
        @Nullable ThemeGuess theme,
        List<ExampleView> examples,
        List<Alternative> alternatives,
        @Nullable Instant decidedAt,
        List<Earlier> earlier) {
    /** What the ticket is about, by the reading of its text. */
    public record ThemeGuess(String code, String name, double confidence, List<String> secondary, String model) {}

    /**
     * What the ticket's text is close to: a phrasing written for the taxonomy, or an earlier ticket that people had a say in.
     *
     * @param text the phrasing; null for a ticket, whose words are its customer's
     * @param ticketId that ticket
     */
    public record ExampleView(
            String theme,
            String phrase,
            @Nullable String text,
            @Nullable UUID ticketId,
            double similarity) {}

    /** An earlier decision in short. */
    public record Earlier(Lane lane, @Nullable String team, DecidedBy decidedBy, String why, Instant at) {}
}
