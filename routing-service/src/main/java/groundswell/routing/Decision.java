package groundswell.routing;

import groundswell.routing.RoutingEvent.Alternative;
import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.RoutingEvent.Example;
import groundswell.routing.RoutingEvent.Lane;
import groundswell.routing.RoutingEvent.TicketRouted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a ticket should go and why, before it is recorded. The parts are those of {@link TicketRouted}. */
public record Decision(
        Lane lane,
        @Nullable String team,
        @Nullable String bestTeam,
        double confidence,
        DecidedBy decidedBy,
        @Nullable String rule,
        @Nullable Integer rulesVersion,
        @Nullable String model,
        @Nullable String reason,
        List<Example> examples,
        List<String> words,
        List<Alternative> alternatives,
        List<String> wouldChange) {
    /** An agent's own choice needs no proof, only a reason. */
    public static Decision byAgent(String team, @Nullable String reason) {
        return new Decision(
                Lane.TEAM,
                team,
                team,
                1,
                DecidedBy.AGENT,
                null,
                null,
                null,
                reason,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** An agent took it from its team and named no other. */
    public static Decision backToTriage(@Nullable String bestTeam) {
        return new Decision(
                Lane.TRIAGE,
                null,
                bestTeam,
                0,
                DecidedBy.AGENT,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** What was recorded, as it was decided. */
    public static Decision recorded(TicketRouted e) {
        return new Decision(
                e.lane(),
                e.team(),
                e.bestTeam(),
                e.confidence(),
                e.decidedBy(),
                e.rule(),
                e.rulesVersion(),
                e.model(),
                e.reason(),
                e.examples(),
                e.words(),
                e.alternatives(),
                e.wouldChange());
    }

    public TicketRouted of(UUID ticketId, int assignmentRevision, Instant at) {
        return new TicketRouted(
                ticketId,
                lane,
                team,
                bestTeam,
                confidence,
                decidedBy,
                rule,
                rulesVersion,
                model,
                reason,
                examples,
                words,
                alternatives,
                wouldChange,
                assignmentRevision,
                at);
    }
}
