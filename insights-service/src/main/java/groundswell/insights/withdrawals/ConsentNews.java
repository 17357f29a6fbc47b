package groundswell.insights.withdrawals;

import java.time.Instant;
import java.util.UUID;

/** Our reading of {@code consent.events.v1}: what a customer allows, and takes back. */
sealed interface ConsentNews {
    UUID ticketId();

    UUID requesterId();

    Instant at();

    record Granted(UUID ticketId, UUID requesterId, Instant at) implements ConsentNews {}

    record Withdrawn(UUID ticketId, UUID requesterId, Instant at) implements ConsentNews {}
}
