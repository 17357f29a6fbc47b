package groundswell.consent.tickets;

import groundswell.journal.seal.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our reading of {@code ticket.events.v1}: only the events and fields we use. Checked against the publisher's samples. */
sealed interface TicketHeard {
    UUID ticketId();

    record Opened(
            UUID ticketId,
            long number,
            UUID requesterId,
            @Nullable String accountId,
            @Nullable String industry,
            @Nullable String size,
            @Nullable String source,
            @Nullable String externalId,
            UUID messageId,
            Sealed subject,
            Sealed description,
            Sealed requester,
            Instant at)
            implements TicketHeard {}

    record Replied(UUID ticketId, UUID messageId, Sealed body, Instant at) implements TicketHeard {}

    record CustomerReplied(UUID ticketId, UUID messageId, Sealed body, Instant at) implements TicketHeard {}

    record Resolved(UUID ticketId, String code) implements TicketHeard {}

    record Reopened(UUID ticketId) implements TicketHeard {}
}
