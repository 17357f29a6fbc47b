package groundswell.routing.choosing;

import groundswell.journal.Cause;
import groundswell.routing.Label;
import groundswell.routing.LearningEvent.Verdict;
import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.RoutingEvent.TicketRouted;
import java.util.Optional;
import java.util.Set;

/** What people's acts say of where a ticket's text belongs. */
final class Teaching {
    /** A move for any other reason, such as a later question, says nothing of the text that the ticket was opened with. */
    private static final Set<String> ABOUT_THE_TEXT = Set.of("wrong_team", "triaged");

    /** An agent's decision; {@code before} is where the ticket stood. It corrects only what had been thought before. */
    static Optional<Label> by(TicketRouted e, Standing before, Cause cause) {
        boolean says = e.decidedBy() == DecidedBy.AGENT
                && e.team() != null
                && (e.reason() == null || ABOUT_THE_TEXT.contains(e.reason()));
        if (!says || e.team() == null) return Optional.empty();
        boolean agrees = before.bestTeam() == null || e.team().equals(before.bestTeam());
        var verdict = agrees ? Verdict.ACCEPTED : Verdict.CORRECTED;
        return Optional.of(new Label(e.ticketId(), verdict, e.team(), null, cause));
    }

    /** A ticket was resolved; where it was kept where its text had sent it, nobody thought that wrong. */
    static Optional<Label> resolved(Standing standing, Cause cause) {
        return standing.keptWhereItsTextSentIt() && standing.decidedTeam() != null
                ? Optional.of(new Label(standing.ticketId(), Verdict.ACCEPTED, standing.decidedTeam(), null, cause))
                : Optional.empty();
    }

    private Teaching() {}
}
