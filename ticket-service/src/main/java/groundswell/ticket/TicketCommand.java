package groundswell.ticket;

import groundswell.journal.seal.Sealed;
import groundswell.ticket.TicketEvent.TicketOpened;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one may ask of a ticket. Ids and the time come with the command, so that the same wish decides the same twice. */
public sealed interface TicketCommand {
    UUID ticketId();

    Instant at();

    /** @param opening the fact as it will be recorded: nothing is added by deciding */
    record OpenTicket(TicketOpened opening) implements TicketCommand {
        @Override
        public UUID ticketId() {
            return opening.ticketId();
        }

        @Override
        public Instant at() {
            return opening.at();
        }
    }

    /**
     * Takes over a ticket with all that happened to it elsewhere, such as the chat it began as. It is judged step by step by the same rules, and lands
     * whole or not at all.
     */
    record ImportTicket(OpenTicket open, List<TicketCommand> then) implements TicketCommand {
        @Override
        public UUID ticketId() {
            return open.ticketId();
        }

        @Override
        public Instant at() {
            return open.at();
        }
    }

    /**
     * @param team null leaves the team as it is
     * @param assigneeId null puts the ticket back into the team's queue
     * @param seenRevision the assignment this wish is based on; null where a person looks at the ticket itself
     */
    record AssignTicket(
            UUID ticketId,
            @Nullable String team,
            @Nullable UUID assigneeId,
            @Nullable Integer seenRevision,
            @Nullable String reason,
            Instant at)
            implements TicketCommand {}

    /** Records that an assignment was refused; see {@link TicketEvent.AssignmentRefused}. */
    record RefuseAssignment(UUID ticketId, UUID commandId, int assignmentRevision, String reason, Instant at)
            implements TicketCommand {}

    record StartTicket(UUID ticketId, @Nullable UUID by, Instant at) implements TicketCommand {}

    record PauseTicket(UUID ticketId, Instant at) implements TicketCommand {}

    /** Back to open: from waiting, or from a resolution that did not hold. */
    record ResumeTicket(UUID ticketId, Instant at) implements TicketCommand {}

    /** @param thenPause the next word is the customer's: the ticket waits from this reply on */
    record ReplyToCustomer(UUID ticketId, UUID messageId, UUID authorId, Sealed body, boolean thenPause, Instant at)
            implements TicketCommand {}

    record TakeCustomerReply(UUID ticketId, UUID messageId, Sealed body, Instant at) implements TicketCommand {}

    record NoteOnTicket(UUID ticketId, UUID messageId, UUID authorId, Sealed body, Instant at)
            implements TicketCommand {}

    /** Keeps what was said to the customer in a chat and is no answer; see {@link TicketEvent.TicketNoted}. */
    record QuoteChat(UUID ticketId, UUID messageId, UUID authorId, Sealed body, ChatSpeaker speaker, Instant at)
            implements TicketCommand {}

    /** @param productArea null takes what the ticket was categorised as before; so does {@code issueType} */
    record ResolveTicket(
            UUID ticketId,
            ResolutionCode code,
            @Nullable String productArea,
            @Nullable String issueType,
            UUID agentId,
            Instant at)
            implements TicketCommand {}

    /**
     * @param seenCycle which resolution the customer was asked about; null where it was rated elsewhere, in the cycle that
     *     the ticket is in
     * @param score 1 to 5
     */
    record RateTicket(
            UUID ticketId,
            @Nullable Integer seenCycle,
            int score,
            @Nullable UUID messageId,
            @Nullable Sealed comment,
            Instant at)
            implements TicketCommand {}

    record EscalateTicket(UUID ticketId, EscalationReason reason, UUID by, Instant at) implements TicketCommand {}

    record WithdrawEscalation(UUID ticketId, UUID by, Instant at) implements TicketCommand {}

    /**
     * Whoever asks looks up what the rules need of other tickets, as this one knows nothing of them.
     *
     * @param hasChildren whether tickets are merged into this one
     */
    record MergeTicket(UUID ticketId, Parent into, boolean hasChildren, UUID by, Instant at) implements TicketCommand {
        /** The ticket that is to go on in its place; {@code automatic} says that a machine wrote it. */
        public record Parent(
                UUID ticketId,
                UUID requesterId,
                TicketStatus status,
                boolean automatic,
                @Nullable UUID mergedInto) {}
    }

    record UnmergeTicket(UUID ticketId, UUID by, Instant at) implements TicketCommand {}

    record CloseTicket(UUID ticketId, ClosedHow how, Instant at) implements TicketCommand {}

    record PrioritiseTicket(UUID ticketId, Priority priority, Instant at) implements TicketCommand {}

    record TagTicket(UUID ticketId, List<String> add, List<String> remove, Instant at) implements TicketCommand {}

    record CategoriseTicket(UUID ticketId, String productArea, String issueType, Instant at) implements TicketCommand {}
}
