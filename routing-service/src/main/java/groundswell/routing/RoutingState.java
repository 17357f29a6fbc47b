package groundswell.routing;

import groundswell.routing.RoutingEvent.ModelAdopted;
import groundswell.routing.RoutingEvent.ModelRefused;
import groundswell.routing.RoutingEvent.RulesPublished;
import groundswell.routing.RoutingEvent.TaxonomyPublished;
import groundswell.routing.RoutingEvent.TeamDefined;
import groundswell.routing.RoutingEvent.TicketClassified;
import groundswell.routing.RoutingEvent.TicketRouted;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of a stream to judge what comes next: the latest fact of each kind.
 *
 * @param judgedUpTo the ledger up to which a model was adopted or refused
 */
public record RoutingState(
        @Nullable TicketClassified classified,
        @Nullable TicketRouted routed,
        @Nullable TaxonomyPublished taxonomy,
        @Nullable TeamDefined team,
        @Nullable RulesPublished rules,
        @Nullable ModelAdopted adopted,
        long judgedUpTo) {
    public static final RoutingState NOTHING = new RoutingState(null, null, null, null, null, null, 0);

    RoutingState with(TicketClassified e) {
        return new RoutingState(e, routed, taxonomy, team, rules, adopted, judgedUpTo);
    }

    RoutingState with(TicketRouted e) {
        return new RoutingState(classified, e, taxonomy, team, rules, adopted, judgedUpTo);
    }

    RoutingState with(TaxonomyPublished e) {
        return new RoutingState(classified, routed, e, team, rules, adopted, judgedUpTo);
    }

    RoutingState with(TeamDefined e) {
        return new RoutingState(classified, routed, taxonomy, e, rules, adopted, judgedUpTo);
    }

    RoutingState with(RulesPublished e) {
        return new RoutingState(classified, routed, taxonomy, team, e, adopted, judgedUpTo);
    }

    RoutingState with(ModelAdopted e) {
        return new RoutingState(classified, routed, taxonomy, team, rules, e, Math.max(judgedUpTo, e.ledgerVersion()));
    }

    RoutingState with(ModelRefused e) {
        return new RoutingState(
                classified, routed, taxonomy, team, rules, adopted, Math.max(judgedUpTo, e.ledgerVersion()));
    }
}
