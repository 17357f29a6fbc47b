package groundswell.insights;

import groundswell.insights.TicketFact.Assigned;
import groundswell.insights.TicketFact.Closed;
import groundswell.insights.TicketFact.CustomerReplied;
import groundswell.insights.TicketFact.DeskFact;
import groundswell.insights.TicketFact.Opened;
import groundswell.insights.TicketFact.Paused;
import groundswell.insights.TicketFact.Reopened;
import groundswell.insights.TicketFact.Replied;
import groundswell.insights.TicketFact.Resolved;
import groundswell.insights.TicketFact.Resumed;
import groundswell.insights.TicketFact.Started;
import groundswell.insights.TicketFact.Tagged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
        List<Instant> reopenings) {
    /** A topic keeps one ticket's facts in order, so nothing comes before {@code Opened}; if it did, it would say nothing. */
    static @Nullable Desk evolve(@Nullable Desk desk, DeskFact fact) {
        if (fact instanceof Opened opened) {
            return opened(opened);
        }
        return desk == null ? null : desk.after(fact);
    }

    private static Desk opened(Opened f) {
        return new Desk(f, Set.copyOf(f.tags()), Status.OPEN, null, null, null, f.at(), null, null, List.of());
    }

    private Desk after(DeskFact fact) {
        return switch (fact) {
            case Opened f -> opened(f);
            case Tagged f -> tagged(f);
            case Assigned f -> assigned(f);
            case Replied f -> with(status, null, firstReplyAt == null ? f.at() : firstReplyAt, resolvedAt);
            case CustomerReplied f -> with(status, waitingFrom(f.at()), firstReplyAt, resolvedAt);
            case Started _ -> with(Status.IN_PROGRESS, waitingSince, firstReplyAt, resolvedAt);
            case Paused _ -> with(Status.PENDING, null, firstReplyAt, resolvedAt);
            case Resumed f -> with(Status.OPEN, waitingFrom(f.at()), firstReplyAt, resolvedAt);
            case Resolved f -> with(Status.RESOLVED, null, firstReplyAt, f.at());
            case Closed f -> with(Status.CLOSED, null, firstReplyAt, resolvedAt == null ? f.at() : resolvedAt);
            case Reopened f ->
                with(Status.OPEN, waitingFrom(f.at()), firstReplyAt, null).reopenedAt(f.at());
        };
    }

    private Instant waitingFrom(Instant at) {
        return waitingSince == null ? at : waitingSince;
    }

    private Desk tagged(Tagged f) {
        var changed = new HashSet<>(tags);
        changed.addAll(f.added());
        f.removed().forEach(changed::remove);
        return new Desk(
                opened,
                Set.copyOf(changed),
                status,
                team,
                assignee,
                assignedAt,
                waitingSince,
                firstReplyAt,
                resolvedAt,
                reopenings);
    }

    private Desk assigned(Assigned f) {
        var since = f.assigneeId() == null ? null : assignee == null ? f.at() : assignedAt;
        return new Desk(
                opened,
                tags,
                status,
                f.team(),
                f.assigneeId(),
                since,
                waitingSince,
                firstReplyAt,
                resolvedAt,
                reopenings);
    }

    private Desk reopenedAt(Instant at) {
        var all = new ArrayList<>(reopenings);
        all.add(at);
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
                List.copyOf(all));
    }

    /** When it left the pile that nobody has: taken by a person, or resolved without one. */
    @Nullable
    Instant takenAt() {
        return assignedAt == null || resolvedAt != null && resolvedAt.isBefore(assignedAt) ? resolvedAt : assignedAt;
    }

    private Desk with(
            Status status,
            @Nullable Instant waitingSince,
            @Nullable Instant firstReplyAt,
            @Nullable Instant resolvedAt) {
        return new Desk(
                opened, tags, status, team, assignee, assignedAt, waitingSince, firstReplyAt, resolvedAt, reopenings);
    }
}
