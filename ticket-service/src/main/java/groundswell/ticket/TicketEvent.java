package groundswell.ticket;

import groundswell.journal.seal.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact in the life of one ticket. Each record is published under its kebab name: {@code TicketOpened} as
 * {@code groundswell.ticket.opened.v1}. Ids and codes stand in the clear; what a person wrote, and what identifies one,
 * is {@link Sealed}. New optional components may be added; anything else is a new record.
 */
public sealed interface TicketEvent {
    UUID ticketId();

    /** When it happened in the world: for imported tickets long before it was recorded. */
    Instant at();

    /**
     * @param number what people call it: shown as {@code TKT-4821}
     * @param requesterId the person who asks, and whose key seals every text of this ticket
     * @param messageId the first message: its {@code subject} and {@code description} are sealed for this id
     * @param requester JSON of name, e-mail and company
     * @param earlierTickets how many tickets this requester had opened before
     * @param imported taken over from another system: no time targets, no notifications
     * @param automatic written by a machine, not a person: it is routed and answered like any other, and counts nowhere
     * @param followUpOf the closed ticket that the customer answered
     */
    record TicketOpened(
            UUID ticketId,
            long number,
            UUID requesterId,
            @Nullable String accountId,
            @Nullable String plan,
            @Nullable String size,
            @Nullable String industry,
            boolean bigCustomer,
            Channel channel,
            Priority priority,
            List<String> tags,
            @Nullable String productArea,
            @Nullable String issueType,
            @Nullable String source,
            @Nullable String externalId,
            UUID messageId,
            Sealed subject,
            Sealed description,
            Sealed requester,
            @Nullable Sealed customFields,
            History history,
            int earlierTickets,
            boolean imported,
            boolean automatic,
            @Nullable UUID followUpOf,
            Instant at)
            implements TicketEvent {
        /** The same opening, once it is known how many tickets of its requester are older. */
        public TicketOpened following(int earlier) {
            return new TicketOpened(
                    ticketId,
                    number,
                    requesterId,
                    accountId,
                    plan,
                    size,
                    industry,
                    bigCustomer,
                    channel,
                    priority,
                    tags,
                    productArea,
                    issueType,
                    source,
                    externalId,
                    messageId,
                    subject,
                    description,
                    requester,
                    customFields,
                    earlier == 0 ? History.FIRST : History.REPEAT,
                    earlier,
                    imported,
                    automatic,
                    followUpOf,
                    at);
        }
    }

    /** @param assignmentRevision counts assignments, so that who assigns by what they saw is never blind to a newer one */
    record TicketAssigned(
            UUID ticketId,
            @Nullable String team,
            @Nullable UUID assigneeId,
            int assignmentRevision,
            @Nullable String reason,
            Instant at)
            implements TicketEvent {}

    /**
     * A command to assign came to nothing. Stands in the stream {@code <ticketId>/refusals}, outside the ticket's
     * version, as nothing about the ticket changed.
     */
    record AssignmentRefused(UUID ticketId, UUID commandId, int assignmentRevision, String reason, Instant at)
            implements TicketEvent {}

    /** An agent began to work on it; {@code by} is unknown for some imported tickets. */
    record TicketStarted(UUID ticketId, @Nullable UUID by, Instant at) implements TicketEvent {}

    /** Waiting for the customer. */
    record TicketPaused(UUID ticketId, Instant at) implements TicketEvent {}

    /** No longer waiting for the customer. */
    record TicketResumed(UUID ticketId, Instant at) implements TicketEvent {}

    /** An agent wrote to the customer. */
    record TicketReplied(UUID ticketId, UUID messageId, UUID authorId, Sealed body, Instant at)
            implements TicketEvent {}

    /** The customer wrote again. */
    record CustomerReplied(UUID ticketId, UUID messageId, Sealed body, Instant at) implements TicketEvent {}

    /**
     * A word beside the conversation: it moves no status and answers nobody. Among colleagues it is never shown to the
     * customer; only what was said in a chat before it became this ticket is known to both.
     *
     * @param saidInChatBy who said it to the customer in that chat, null for a note: a bot, whose words are no reply of
     *     ours, or an agent who greeted before the customer had written
     */
    record TicketNoted(
            UUID ticketId,
            UUID messageId,
            UUID authorId,
            Sealed body,
            @Nullable ChatSpeaker saidInChatBy,
            Instant at) implements TicketEvent {}

    record TicketResolved(
            UUID ticketId, ResolutionCode code, String productArea, String issueType, UUID agentId, Instant at)
            implements TicketEvent {}

    /**
     * Support alone can't help the customer; status and assignment stay. A later one with another reason takes its place.
     *
     * @param by the agent who said so
     */
    record TicketEscalated(UUID ticketId, EscalationReason reason, UUID by, Instant at) implements TicketEvent {}

    /** It was said by mistake, or support could help after all; {@code by} says who takes it back. */
    record EscalationWithdrawn(UUID ticketId, UUID by, Instant at) implements TicketEvent {}

    record TicketClosed(UUID ticketId, ClosedHow how, Instant at) implements TicketEvent {}

    /**
     * The customer says how they were helped, in a resolution cycle that has ended and was not reopened. A later one of the
     * same cycle takes the place of the earlier.
     *
     * @param cycle which resolution is meant: how often the ticket had been reopened before it
     * @param score 1 (very bad) to 5 (very good)
     * @param messageId what {@code comment} is sealed for; both are absent, or both are there
     * @param agentId who had resolved it
     */
    record TicketRated(
            UUID ticketId,
            int cycle,
            int score,
            @Nullable UUID messageId,
            @Nullable Sealed comment,
            UUID agentId,
            Instant at)
            implements TicketEvent {}

    /** @param reopenings how often that happened to this ticket, this time included */
    record TicketReopened(UUID ticketId, int reopenings, Instant at) implements TicketEvent {}

    /**
     * It goes on in another ticket of the same requester: it keeps its status and rests, and what the customer writes to it goes
     * there.
     *
     * @param into an unmerged ticket; its own stream says nothing of it
     */
    record TicketMerged(UUID ticketId, UUID into, UUID by, Instant at) implements TicketEvent {}

    /** @param status where it stands as a ticket of its own again, for readers who have not remembered it */
    record TicketUnmerged(UUID ticketId, TicketStatus status, UUID by, Instant at) implements TicketEvent {}

    record TicketPrioritised(UUID ticketId, Priority priority, Instant at) implements TicketEvent {}

    record TicketTagged(UUID ticketId, List<String> added, List<String> removed, Instant at) implements TicketEvent {}

    record TicketCategorised(UUID ticketId, String productArea, String issueType, Instant at) implements TicketEvent {}
}
