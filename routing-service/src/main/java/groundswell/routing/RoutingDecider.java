package groundswell.routing;

import groundswell.journal.Decider;
import groundswell.routing.Edition.RulesPublished;
import groundswell.routing.Edition.TaxonomyPublished;
import groundswell.routing.Edition.TimePolicyPublished;
import groundswell.routing.LearningEvent.LabelLearnt;
import groundswell.routing.LearningEvent.ModelAdopted;
import groundswell.routing.LearningEvent.ModelRefused;
import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.RoutingEvent.TicketClassified;
import groundswell.routing.RoutingEvent.TicketHandedOn;
import groundswell.routing.RoutingEvent.TicketRouted;
import groundswell.routing.RoutingEvent.TicketWentStale;
import groundswell.routing.TeamEvent.PresenceChanged;
import groundswell.routing.TeamEvent.QueueChanged;
import groundswell.routing.TeamEvent.TeamDefined;
import java.util.List;
import java.util.Objects;

/**
 * Which findings become facts. A finding is proposed as the event itself; it is dropped where it is nothing new, or where
 * a person has decided before: an agent's word stands until another agent's. What takes a theme's place names that theme.
 */
public final class RoutingDecider implements Decider<RoutingEvent, RoutingState, RoutingEvent> {
    @Override
    public RoutingState initial() {
        return RoutingState.NOTHING;
    }

    @Override
    public List<RoutingEvent> decide(RoutingState state, RoutingEvent finding) {
        boolean isNew = switch (finding) {
            case TicketClassified e ->
                state.classified() == null || state.classified().theme().equals(e.from());
            case TicketRouted e -> supersedes(e, state);
            case TaxonomyPublished e ->
                state.taxonomy() == null || state.taxonomy().version() < e.version();
            case RulesPublished e -> state.rules() == null || state.rules().version() + 1 == e.version();
            case TimePolicyPublished e ->
                state.timePolicy() == null || state.timePolicy().version() + 1 == e.version();
            case TargetEvent e -> TargetStanding.isNew(e, state.targets().get(TargetStanding.key(e)));
            case TicketWentStale e -> !e.since().equals(state.staleSince());
            case TicketHandedOn e -> e.assignmentRevision() > state.handedOnAt();
            case QueueChanged e -> state.queue() == null || e.differsFrom(state.queue());
            case PresenceChanged e ->
                state.presence() == null || state.presence().present() != e.present();
            case LabelLearnt _ -> true;
            case ModelAdopted e ->
                state.adopted() == null
                        || (!state.adopted().hash().equals(e.hash())
                                && state.adopted().ledgerVersion() <= e.ledgerVersion());
            case ModelRefused e -> state.judgedUpTo() < e.ledgerVersion();
            case TeamDefined e ->
                state.team() == null
                        || !state.team().name().equals(e.name())
                        || !state.team().members().equals(e.members())
                        || !state.team().dealing().equals(e.dealing());
        };
        return isNew ? List.of(finding) : List.of();
    }

    private static boolean supersedes(TicketRouted next, RoutingState state) {
        var last = state.routed();
        if (last == null) return true;
        if (next.decidedBy() == DecidedBy.AGENT) return !sameWord(last, next);
        return last.decidedBy() != DecidedBy.AGENT && next.assignmentRevision() > last.assignmentRevision();
    }

    /** The same agent's word again, such as a copy of a request. */
    private static boolean sameWord(TicketRouted last, TicketRouted next) {
        return last.decidedBy() == DecidedBy.AGENT
                && last.lane() == next.lane()
                && Objects.equals(last.team(), next.team())
                && last.assignmentRevision() == next.assignmentRevision();
    }

    @Override
    public RoutingState evolve(RoutingState state, RoutingEvent event) {
        return state.after(event);
    }
}
