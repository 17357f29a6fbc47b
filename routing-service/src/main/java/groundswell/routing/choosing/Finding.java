package groundswell.routing.choosing;

import groundswell.journal.Cause;
import groundswell.journal.Submission;
import groundswell.routing.Label;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingEvent.TicketClassified;
import groundswell.routing.RoutingEvent.TicketRouted;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something found out about a ticket, and what led to it. Whether it becomes a fact the decider says.
 *
 * @param label what it teaches, if it does become one
 */
record Finding(
        UUID ticketId,
        RoutingEvent event,
        Cause cause,
        @Nullable Label label) {
    /** Who decides here, as events name it. */
    static final String POLICY = "policy:when-ticket-opened-then-route";

    static Finding of(TicketRouted event, Cause cause) {
        return new Finding(event.ticketId(), event, cause, null);
    }

    static Finding teaching(TicketRouted event, Cause cause, Standing before) {
        var label = Teaching.by(event, before, cause).orElse(null);
        return new Finding(event.ticketId(), event, cause, label);
    }

    static Finding of(TicketClassified event, Cause cause) {
        return new Finding(event.ticketId(), event, cause, null);
    }

    Submission<RoutingEvent> submission() {
        return Submission.of(ticketId.toString(), event, cause);
    }
}
