package groundswell.routing;

import groundswell.routing.Edition.RulesPublished;
import groundswell.routing.Edition.TaxonomyPublished;
import groundswell.routing.Edition.TimePolicyPublished;
import groundswell.routing.LearningEvent.LabelLearnt;
import groundswell.routing.LearningEvent.ModelAdopted;
import groundswell.routing.LearningEvent.ModelRefused;
import groundswell.routing.RoutingEvent.TicketClassified;
import groundswell.routing.RoutingEvent.TicketHandedOn;
import groundswell.routing.RoutingEvent.TicketRouted;
import groundswell.routing.RoutingEvent.TicketWentStale;
import groundswell.routing.TeamEvent.PresenceChanged;
import groundswell.routing.TeamEvent.QueueChanged;
import groundswell.routing.TeamEvent.TeamDefined;
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

    /** The latest version on a stream of such. */
    public @Nullable Edition edition() {
        if (rules != null) return rules;
        return taxonomy != null ? taxonomy : timePolicy;
    }

    /** History is never refused: every event yields a state, and a new event does not compile until it does. */
    RoutingState after(RoutingEvent event) {
        var next = new Draft(this);
        switch (event) {
            case TicketClassified e -> next.classified = e;
            case TicketRouted e -> next.routed = e;
            case TaxonomyPublished e -> next.taxonomy = e;
            case TeamDefined e -> next.team = e;
            case RulesPublished e -> next.rules = e;
            case TimePolicyPublished e -> next.timePolicy = e;
            case TargetEvent e -> next.tell(e);
            case TicketWentStale e -> next.staleSince = e.since();
            case TicketHandedOn e -> next.handedOnAt = e.assignmentRevision();
            case PresenceChanged e -> next.presence = e;
            case QueueChanged e -> next.queue = e;
            case LabelLearnt _ -> {}
            case ModelAdopted e -> {
                next.adopted = e;
                next.judged(e.ledgerVersion());
            }
            case ModelRefused e -> next.judged(e.ledgerVersion());
        }
        return next.state();
    }

    /** The next state while it is made: so each event names only what it changes. */
    private static final class Draft {
        @Nullable
        TicketClassified classified;

        @Nullable
        TicketRouted routed;

        @Nullable
        TaxonomyPublished taxonomy;

        @Nullable
        TeamDefined team;

        @Nullable
        RulesPublished rules;

        @Nullable
        ModelAdopted adopted;

        long judgedUpTo;

        @Nullable
        TimePolicyPublished timePolicy;

        Map<String, TargetStanding> targets;

        @Nullable
        Instant staleSince;

        int handedOnAt;

        @Nullable
        PresenceChanged presence;

        @Nullable
        QueueChanged queue;

        Draft(RoutingState s) {
            classified = s.classified;
            routed = s.routed;
            taxonomy = s.taxonomy;
            team = s.team;
            rules = s.rules;
            adopted = s.adopted;
            judgedUpTo = s.judgedUpTo;
            timePolicy = s.timePolicy;
            targets = s.targets;
            staleSince = s.staleSince;
            handedOnAt = s.handedOnAt;
            presence = s.presence;
            queue = s.queue;
        }

        void judged(long ledgerVersion) {
            judgedUpTo = Math.max(judgedUpTo, ledgerVersion);
        }

        void tell(TargetEvent e) {
            var key = TargetStanding.key(e);
            var told = new HashMap<>(targets);
            told.put(key, TargetStanding.after(targets.get(key), e));
            targets = told;
        }

        RoutingState state() {
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
                    queue);
        }
    }
}
