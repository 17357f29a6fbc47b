package groundswell.routing.choosing;

import groundswell.journal.Cause;
import groundswell.journal.Submission;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.TicketClassified;
import groundswell.routing.RoutingEvent.TicketRouted;
import java.util.UUID;

/** Something found out about a ticket, and what led to it. Whether it becomes a fact the decider says. */
record Finding(UUID ticketId, RoutingEvent event, Cause cause) {
    /** Who decides here, as events name it. */
    static final String POLICY = "policy:when-ticket-opened-then-route";

    static Finding of(TicketRouted event, Cause cause) {
        return new Finding(event.ticketId(), event, cause);
    }

    static Finding of(TicketClassified event, Cause cause) {
        return new Finding(event.ticketId(), event, cause);
    }

    Submission<RoutingEvent> submission() {
        return Submission.of(ticketId.toString(), event, cause);
    }
}
