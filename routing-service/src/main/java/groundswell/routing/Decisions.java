package groundswell.routing;

import groundswell.journal.Cause;
import groundswell.routing.RoutingEvent.TicketRouted;
import java.util.Optional;
import java.util.UUID;

/** Where a person's decision about a ticket is recorded. */
public interface Decisions {
    /**
     * Moves a ticket to a team on an agent's word, and asks ticket-service to do so.
     *
     * @param reason a code: why it was wrong where it was
     * @return the decision, or empty where no such ticket is known
     */
    Optional<TicketRouted> move(UUID ticketId, String team, String reason, Cause cause);
}
