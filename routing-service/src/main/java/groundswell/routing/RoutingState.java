package groundswell.routing;

import groundswell.routing.RoutingEvent.TaxonomyPublished;
import groundswell.routing.RoutingEvent.TeamDefined;
import groundswell.routing.RoutingEvent.TicketClassified;
import groundswell.routing.RoutingEvent.TicketRouted;
import org.jspecify.annotations.Nullable;

/** What must be remembered of a stream to judge what comes next: the latest fact of each kind. */
public record RoutingState(
        @Nullable TicketClassified classified,
        @Nullable TicketRouted routed,
        @Nullable TaxonomyPublished taxonomy,
        @Nullable TeamDefined team) {
    public static final RoutingState NOTHING = new RoutingState(null, null, null, null);
}
