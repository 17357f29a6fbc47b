package groundswell.insights;

import groundswell.insights.TicketFact.Assigned;
import groundswell.insights.TicketFact.Closed;
import groundswell.insights.TicketFact.CustomerReplied;
import groundswell.insights.TicketFact.DeskFact;
import groundswell.insights.TicketFact.Escalated;
import groundswell.insights.TicketFact.EscalationWithdrawn;
import groundswell.insights.TicketFact.Merged;
import groundswell.insights.TicketFact.Opened;
import groundswell.insights.TicketFact.Paused;
import groundswell.insights.TicketFact.Rated;
import groundswell.insights.TicketFact.Reopened;
import groundswell.insights.TicketFact.Replied;
import groundswell.insights.TicketFact.Resolved;
import groundswell.insights.TicketFact.Resumed;
import groundswell.insights.TicketFact.Started;
import groundswell.insights.TicketFact.Tagged;
import groundswell.insights.TicketFact.Unmerged;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The half of a ticket that ticket-service tells.
 *
 * @param opened how it began; its tags are those of then
 * @param team who has it; null until it is assigned
 * @param assignedAt since when somebody has it, whoever it was first; null while nobody does
 * @param waitingSince since when the customer waits for us; null while we wait for them, or nobody waits
 * @param resolvedAt null again after a reopening
 * @param reopenings each time it was reopened
 * @param score what the customer gave the answer, 1 to 5; null until they do, and again after a reopening
 * @param merged into another ticket, which goes on in its place
 * @param escalatedAt when support first said that it can't resolve it, and {@code escalation} why; null where it does not
 */
public record Desk(
        Opened opened,
        Set<String> tags,
        Status status,
        @Nullable String team,
        @Nullable UUID assignee,
        @Nullable Instant assignedAt,
        @Nullable Instant waitingSince,
        @Nullable Instant firstReplyAt,
        @Nullable Instant resolvedAt,
        List<Instant> reopenings,
        @Nullable Integer score,
        @Nullable Instant escalatedAt,
        @Nullable String escalation,
        boolean merged) {
    /** A topic keeps one ticket's facts in order, so nothing comes before {@code Opened}; if it did, it would say nothing. */
    static @Nullable Desk evolve(@Nullable Desk desk, DeskFact fact) {
        if (fact instanceof Opened opened) {
            return opened(opened);
        }
        return desk == null ? null : desk.after(fact);
    }

    private static Desk opened(Opened f) {
        return new Desk(
                f,
                Set.copyOf(f.tags()),
                Status.OPEN,
                null,
                null,
                null,
                f.at(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                false);
    }

    private Desk after(DeskFact fact) {
        var next = new Change(this);
        switch (fact) {
            case Opened f -> {
                return opened(f);
            }
            case Tagged f -> next.tag(f);
            case Assigned f -> next.assign(f);
            case Replied f -> {
                next.firstReplyAt = firstReplyAt == null ? f.at() : firstReplyAt;
                next.waitingSince = null;
            }
            case CustomerReplied f -> next.waitFrom(f.at());
            case Started _ -> next.status = Status.IN_PROGRESS;
            case Paused _ -> next.rest(Status.PENDING);
            case Resumed f -> {
                next.status = Status.OPEN;
                next.waitFrom(f.at());
            }
            case Resolved f -> {
                next.rest(Status.RESOLVED);
                next.resolvedAt = f.at();
            }
            case Closed f -> {
                next.rest(Status.CLOSED);
                next.resolvedAt = resolvedAt == null ? f.at() : resolvedAt;
            }
            case Rated f -> next.score = f.score();
            case Reopened f -> next.reopen(f.at());
            case Escalated f -> {
                next.escalatedAt = escalatedAt == null ? f.at() : escalatedAt;
                next.escalation = f.reason();
            }
            case EscalationWithdrawn _ -> {
                next.escalatedAt = null;
                next.escalation = null;
            }
            case Merged _ -> next.merged = true;
            case Unmerged _ -> next.merged = false;
        }
        return next.desk();
    }

    /** Machines' tickets, and those that go on in another one, are in no number; all else is remembered of them too. */
    public boolean counts() {
        return !opened.automatic() && !merged;
    }

    /** When it left the pile that nobody has: taken by a person, or resolved without one. */
    @Nullable
    Instant takenAt() {
        return assignedAt == null || resolvedAt != null && resolvedAt.isBefore(assignedAt) ? resolvedAt : assignedAt;
    }

    /** A desk that is being changed by one fact. */
    private static final class Change {
        private final Opened opened;
        private Set<String> tags;
        private Status status;
        private @Nullable String team;
        private @Nullable UUID assignee;
        private @Nullable Instant assignedAt;
        private @Nullable Instant waitingSince;
        private @Nullable Instant firstReplyAt;
        private @Nullable Instant resolvedAt;
        private List<Instant> reopenings;
        private @Nullable Integer score;
        private @Nullable Instant escalatedAt;
        private @Nullable String escalation;
        private boolean merged;

        private Change(Desk desk) {
            opened = desk.opened;
            tags = desk.tags;
            status = desk.status;
            team = desk.team;
            assignee = desk.assignee;
            assignedAt = desk.assignedAt;
            waitingSince = desk.waitingSince;
            firstReplyAt = desk.firstReplyAt;
            resolvedAt = desk.resolvedAt;
            reopenings = desk.reopenings;
            score = desk.score;
            escalatedAt = desk.escalatedAt;
            escalation = desk.escalation;
            merged = desk.merged;
        }

        private void tag(Tagged f) {
            var changed = new HashSet<>(tags);
            changed.addAll(f.added());
            f.removed().forEach(changed::remove);
            tags = Set.copyOf(changed);
        }

        private void assign(Assigned f) {
            assignedAt = f.assigneeId() == null ? null : assignee == null ? f.at() : assignedAt;
            team = f.team();
            assignee = f.assigneeId();
        }

        /** Nobody waits for us any more. */
        private void rest(Status now) {
            status = now;
            waitingSince = null;
        }

        private void waitFrom(Instant at) {
            waitingSince = waitingSince == null ? at : waitingSince;
        }

        private void reopen(Instant at) {
            status = Status.OPEN;
            waitFrom(at);
            resolvedAt = null;
            score = null;
            reopenings = Stream.concat(reopenings.stream(), Stream.of(at)).toList();
        }

        private Desk desk() {
            return new Desk(
                    opened,
                    tags,
                    status,
                    team,
                    assignee,
                    assignedAt,
                    waitingSince,
                    firstReplyAt,
                    resolvedAt,
                    reopenings,
                    score,
                    escalatedAt,
                    escalation,
                    merged);
        }
    }
}
