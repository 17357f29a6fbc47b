package groundswell.ticket;

import groundswell.journal.seal.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
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
        return with(next -> next.status = now);
    }

    Ticket of(Priority newPriority) {
        return with(next -> next.priority = newPriority);
    }

    Ticket tagged(Collection<String> added, Collection<String> removed) {
        var all = new TreeSet<>(tags);
        all.removeAll(removed);
        all.addAll(added);
        return with(next -> next.tags = all);
    }

    Ticket about(@Nullable String area, @Nullable String type) {
        return with(next -> {
            next.productArea = area;
            next.issueType = type;
        });
    }

    Ticket of(Assignment newAssignment) {
        return with(next -> next.assignment = newAssignment);
    }

    Ticket ended(@Nullable Resolution newResolution, @Nullable Closure newClosure, int newReopenings) {
        return with(next -> {
            next.resolution = newResolution;
            next.closure = newClosure;
            next.reopenings = newReopenings;
        });
    }

    Ticket escalated(@Nullable Escalation newEscalation) {
        return with(next -> next.escalation = newEscalation);
    }

    Ticket merged(@Nullable Merge newMerge) {
        return with(next -> next.merge = newMerge);
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
        return then.isAfter(updatedAt) ? with(next -> next.updatedAt = then) : this;
    }

    private Ticket with(Consumer<Change> change) {
        var next = new Change(this);
        change.accept(next);
        return next.ticket();
    }

    /** A ticket that is being changed; what was said at its opening never is. */
    private static final class Change {
        private final @Nullable Opening opening;
        private TicketStatus status;
        private Priority priority;
        private SortedSet<String> tags;
        private @Nullable String productArea;
        private @Nullable String issueType;
        private Assignment assignment;
        private int reopenings;
        private @Nullable Resolution resolution;
        private @Nullable Closure closure;
        private @Nullable Escalation escalation;
        private @Nullable Merge merge;
        private Instant updatedAt;

        private Change(Ticket ticket) {
            opening = ticket.opening;
            status = ticket.status;
            priority = ticket.priority;
            tags = ticket.tags;
            productArea = ticket.productArea;
            issueType = ticket.issueType;
            assignment = ticket.assignment;
            reopenings = ticket.reopenings;
            resolution = ticket.resolution;
            closure = ticket.closure;
            escalation = ticket.escalation;
            merge = ticket.merge;
            updatedAt = ticket.updatedAt;
        }

        private Ticket ticket() {
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
                    merge,
                    updatedAt);
        }
    }
}
