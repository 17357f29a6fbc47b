package groundswell.routing;

import groundswell.routing.RoutingEvent.ModelAdopted;
import groundswell.routing.RoutingEvent.ModelRefused;
import groundswell.routing.RoutingEvent.PresenceChanged;
import groundswell.routing.RoutingEvent.QueueChanged;
import groundswell.routing.RoutingEvent.RulesPublished;
import groundswell.routing.RoutingEvent.TaxonomyPublished;
import groundswell.routing.RoutingEvent.TeamDefined;
import groundswell.routing.RoutingEvent.TicketClassified;
import groundswell.routing.RoutingEvent.TicketHandedOn;
import groundswell.routing.RoutingEvent.TicketRouted;
import groundswell.routing.RoutingEvent.TicketWentStale;
import groundswell.routing.RoutingEvent.TimePolicyPublished;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of a stream to judge what comes next: the latest fact of each kind.
 *
 * @param judgedUpTo the ledger up to which a model was adopted or refused
 * @param targets what was told of each time target, by {@link TargetStanding#key}
 * @param staleSince the last sign of life whose staleness was told
 * @param handedOnAt the latest assignment that was undone, as its person could not answer
 */
public record RoutingState(
        @Nullable TicketClassified classified,
        @Nullable TicketRouted routed,
        @Nullable TaxonomyPublished taxonomy,
        @Nullable TeamDefined team,
        @Nullable RulesPublished rules,
        @Nullable ModelAdopted adopted,
        long judgedUpTo,
        @Nullable TimePolicyPublished timePolicy,
        Map<String, TargetStanding> targets,
        @Nullable Instant staleSince,
        int handedOnAt,
        @Nullable PresenceChanged presence,
        @Nullable QueueChanged queue) {
    public static final RoutingState NOTHING =
            new RoutingState(null, null, null, null, null, null, 0, null, Map.of(), null, 0, null, null);

    /** Snapshots of streams that never had a target say nothing of them. */
    @SuppressWarnings("NullAway") // an absent map is null until here
    public RoutingState {
        targets = targets == null ? Map.of() : Map.copyOf(targets);
    }

    RoutingState with(TicketClassified e) {
        return new RoutingState(
                e,
                routed,
                taxonomy,
                team,
                rules,
                adopted,
                judgedUpTo,
                timePolicy,
                targets,
                staleSince,
                handedOnAt,
                presence,
                queue);
    }

    RoutingState with(TicketRouted e) {
        return new RoutingState(
                classified,
                e,
                taxonomy,
                team,
                rules,
                adopted,
                judgedUpTo,
                timePolicy,
                targets,
                staleSince,
                handedOnAt,
                presence,
                queue);
    }

    RoutingState with(TaxonomyPublished e) {
        return new RoutingState(
                classified,
                routed,
                e,
                team,
                rules,
                adopted,
                judgedUpTo,
                timePolicy,
                targets,
                staleSince,
                handedOnAt,
                presence,
                queue);
    }

    RoutingState with(TeamDefined e) {
        return new RoutingState(
                classified,
                routed,
                taxonomy,
                e,
                rules,
                adopted,
                judgedUpTo,
                timePolicy,
                targets,
                staleSince,
                handedOnAt,
                presence,
                queue);
    }

    RoutingState with(RulesPublished e) {
        return new RoutingState(
                classified,
                routed,
                taxonomy,
                team,
                e,
                adopted,
                judgedUpTo,
                timePolicy,
                targets,
                staleSince,
                handedOnAt,
                presence,
                queue);
    }

    RoutingState with(ModelAdopted e) {
        return new RoutingState(
                classified,
                routed,
                taxonomy,
                team,
                rules,
                e,
                Math.max(judgedUpTo, e.ledgerVersion()),
                timePolicy,
                targets,
                staleSince,
                handedOnAt,
                presence,
                queue);
    }

    RoutingState with(ModelRefused e) {
        return new RoutingState(
                classified,
                routed,
                taxonomy,
                team,
                rules,
                adopted,
                Math.max(judgedUpTo, e.ledgerVersion()),
                timePolicy,
                targets,
                staleSince,
                handedOnAt,
                presence,
                queue);
    }

    RoutingState with(TimePolicyPublished e) {
        return new RoutingState(
                classified,
                routed,
                taxonomy,
                team,
                rules,
                adopted,
                judgedUpTo,
                e,
                targets,
                staleSince,
                handedOnAt,
                presence,
                queue);
    }

    RoutingState with(TicketWentStale e) {
        return new RoutingState(
                classified,
                routed,
                taxonomy,
                team,
                rules,
                adopted,
                judgedUpTo,
                timePolicy,
                targets,
                e.since(),
                handedOnAt,
                presence,
                queue);
    }

    RoutingState with(TicketHandedOn e) {
        return new RoutingState(
                classified,
                routed,
                taxonomy,
                team,
                rules,
                adopted,
                judgedUpTo,
                timePolicy,
                targets,
                staleSince,
                e.assignmentRevision(),
                presence,
                queue);
    }

    RoutingState with(PresenceChanged e) {
        return new RoutingState(
                classified,
                routed,
                taxonomy,
                team,
                rules,
                adopted,
                judgedUpTo,
                timePolicy,
                targets,
                staleSince,
                handedOnAt,
                e,
                queue);
    }

    RoutingState with(QueueChanged e) {
        return new RoutingState(
                classified,
                routed,
                taxonomy,
                team,
                rules,
                adopted,
                judgedUpTo,
                timePolicy,
                targets,
                staleSince,
                handedOnAt,
                presence,
                e);
    }

    RoutingState with(TargetEvent e) {
        var next = new HashMap<>(targets);
        next.put(TargetStanding.key(e), TargetStanding.after(targets.get(TargetStanding.key(e)), e));
        return new RoutingState(
                classified,
                routed,
                taxonomy,
                team,
                rules,
                adopted,
                judgedUpTo,
                timePolicy,
                next,
                staleSince,
                handedOnAt,
                presence,
                queue);
    }
}
