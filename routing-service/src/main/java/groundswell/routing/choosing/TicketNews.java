package groundswell.routing.choosing;

import groundswell.journal.JsonEvents;
import groundswell.journal.seal.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Our reading of {@code ticket.events.v1}: only the types and fields we use, checked against ticket-service's samples.
 */
public sealed interface TicketNews {
    JsonEvents<TicketNews> FORMAT = JsonEvents.of("groundswell.ticket", "Ticket", TicketNews.class, TicketNews::at);

    UUID ticketId();

    Instant at();

    record TicketOpened(
            UUID ticketId,
            long number,
            UUID requesterId,
            @Nullable String accountId,
            @Nullable String plan,
            boolean bigCustomer,
            String channel,
            String priority,
            List<String> tags,
            @Nullable String productArea,
            UUID messageId,
            Sealed subject,
            Sealed description,
            boolean imported,
            Instant at)
            implements TicketNews {}

    record TicketAssigned(
            UUID ticketId, @Nullable String team, @Nullable UUID assigneeId, int assignmentRevision, Instant at)
            implements TicketNews {
        TicketAssigned withoutTeam() {
            return new TicketAssigned(ticketId, null, assigneeId, assignmentRevision, at);
        }
    }

    record AssignmentRefused(UUID ticketId, UUID commandId, int assignmentRevision, Instant at) implements TicketNews {}

    record TicketPrioritised(UUID ticketId, String priority, Instant at) implements TicketNews {}

    record TicketResolved(UUID ticketId, Instant at) implements TicketNews {}

    record TicketClosed(UUID ticketId, Instant at) implements TicketNews {}

    record TicketReopened(UUID ticketId, Instant at) implements TicketNews {}

    /** Another ticket goes on in its place: nobody is to be found for it. */
    record TicketMerged(UUID ticketId, Instant at) implements TicketNews {}

    /** It is a ticket of its own again, and stands where it stood. */
    record TicketUnmerged(UUID ticketId, String status, Instant at) implements TicketNews {
        boolean waits() {
            return !status.equals("resolved") && !status.equals("closed");
        }
    }
}
