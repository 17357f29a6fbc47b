package groundswell.ticket;

import groundswell.journal.seal.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of a ticket to judge the next command and to show it in a list. It is stored as the stream's
 * snapshot, so it stays small and keeps texts only sealed; messages are read from the events.
 */
public record Ticket(
        TicketStatus status,
        @Nullable Opening opening,
        Priority priority,
        SortedSet<String> tags,
        @Nullable String productArea,
        @Nullable String issueType,
        Assignment assignment,
        int reopenings,
        @Nullable Resolution resolution,
        @Nullable Closure closure,
        @Nullable Escalation escalation,
        @Nullable Merge merge,
        Instant updatedAt) {
    /** What was said at the opening and never changes. */
    public record Opening(
            UUID ticketId,
            long number,
            UUID requesterId,
            @Nullable String accountId,
            @Nullable String plan,
            boolean bigCustomer,
            Channel channel,
            @Nullable String source,
            @Nullable String externalId,
            UUID messageId,
            Sealed subject,
            Sealed requester,
            @Nullable Sealed customFields,
            History history,
            int earlierTickets,
            boolean imported,
            boolean automatic,
            @Nullable UUID followUpOf,
            Instant at) {}

    /** Whose it is, and how often that was decided. */
    public record Assignment(
            @Nullable String team, @Nullable UUID assigneeId, int revision) {}

    /** @param agentId who resolved it, and whom a rating is about, whoever has the ticket later */
    public record Resolution(
            ResolutionCode code,
            UUID agentId,
            Instant at,
            @Nullable Rating rating) {
        private static final Duration RATEABLE = Duration.ofDays(30);

        /** Until when the customer may rate it, and change their mind about it. */
        public Instant rateableUntil() {
            return at.plus(RATEABLE);
        }

        public boolean rateableAt(Instant now) {
            return now.isBefore(rateableUntil());
        }
    }

    /** What the customer thinks of a resolution; a reopening takes it away with the resolution. */
    public record Rating(int score, Instant at) {}

    public record Closure(ClosedHow how, Instant at) {}

    /** Why support alone can't help, and who says so. */
    public record Escalation(EscalationReason reason, UUID by, Instant at) {}

    /** Which ticket goes on in its place, and who says so. */
    public record Merge(UUID into, UUID by, Instant at) {}

    public static final Ticket UNOPENED = new Ticket(
            TicketStatus.UNOPENED,
            null,
            Priority.P3,
            new TreeSet<>(),
            null,
            null,
            new Assignment(null, null, 0),
            0,
            null,
            null,
            null,
            null,
            Instant.EPOCH);

    Ticket at(TicketStatus now) {
        return new Ticket(
                now,
                opening,
                priority,
                tags,
                productArea,
                issueType,
                assignment,
                reopenings,
                resolution,
                closure,
                escalation,
                merge,
                updatedAt);
    }

    Ticket of(Priority newPriority) {
        return new Ticket(
                status,
                opening,
                newPriority,
                tags,
                productArea,
                issueType,
                assignment,
                reopenings,
                resolution,
                closure,
                escalation,
                merge,
                updatedAt);
    }

    Ticket tagged(Collection<String> added, Collection<String> removed) {
        var all = new TreeSet<>(tags);
        all.removeAll(removed);
        all.addAll(added);
        return new Ticket(
                status,
                opening,
                priority,
                all,
                productArea,
                issueType,
                assignment,
                reopenings,
                resolution,
                closure,
                escalation,
                merge,
                updatedAt);
    }

    Ticket about(@Nullable String area, @Nullable String type) {
        return new Ticket(
                status,
                opening,
                priority,
                tags,
                area,
                type,
                assignment,
                reopenings,
                resolution,
                closure,
                escalation,
                merge,
                updatedAt);
    }

    Ticket of(Assignment newAssignment) {
        return new Ticket(
                status,
                opening,
                priority,
                tags,
                productArea,
                issueType,
                newAssignment,
                reopenings,
                resolution,
                closure,
                escalation,
                merge,
                updatedAt);
    }

    Ticket ended(@Nullable Resolution newResolution, @Nullable Closure newClosure, int newReopenings) {
        return new Ticket(
                status,
                opening,
                priority,
                tags,
                productArea,
                issueType,
                assignment,
                newReopenings,
                newResolution,
                newClosure,
                escalation,
                merge,
                updatedAt);
    }

    Ticket escalated(@Nullable Escalation newEscalation) {
        return new Ticket(
                status,
                opening,
                priority,
                tags,
                productArea,
                issueType,
                assignment,
                reopenings,
                resolution,
                closure,
                newEscalation,
                merge,
                updatedAt);
    }

    Ticket merged(@Nullable Merge newMerge) {
        return new Ticket(
                status,
                opening,
                priority,
                tags,
                productArea,
                issueType,
                assignment,
                reopenings,
                resolution,
                closure,
                escalation,
                newMerge,
                updatedAt);
    }

    boolean isEscalatedFor(EscalationReason reason) {
        return escalation != null && escalation.reason() == reason;
    }

    Ticket rated(Rating rating) {
        return resolution == null
                ? this
                : ended(
                        new Resolution(resolution.code(), resolution.agentId(), resolution.at(), rating),
                        closure,
                        reopenings);
    }

    /** The latest thing that happened, also where imported events come late. */
    Ticket touched(Instant then) {
        return then.isAfter(updatedAt)
                ? new Ticket(
                        status,
                        opening,
                        priority,
                        tags,
                        productArea,
                        issueType,
                        assignment,
                        reopenings,
                        resolution,
                        closure,
                        escalation,
                        merge,
                        then)
                : this;
    }
}
