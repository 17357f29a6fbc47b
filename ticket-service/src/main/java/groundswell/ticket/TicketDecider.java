package groundswell.ticket;

import static groundswell.ticket.TicketRefused.Reason.*;

import groundswell.ticket.Ticket.Assignment;
import groundswell.ticket.TicketCommand.*;
import groundswell.ticket.TicketEvent.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The rules of a ticket, read as a table: on this command, in this status, these facts follow. Pure; no clock, no I/O.
 *
 * <p>A ticket walks Open → In Progress → Pending → Resolved → Closed. Work may be resolved from each of the first three;
 * the customer's word brings it back from Pending and from Resolved, and never from Closed. A ticket that was merged into another
 * rests wherever it stood.
 */
public final class TicketDecider {
    private static final int MOST_TAGS = 50;

    public static Ticket initial() {
        return Ticket.UNOPENED;
    }

    public static List<TicketEvent> decide(Ticket ticket, TicketCommand command) {
        var merge = ticket.merge();
        return merge == null ? decideByStatus(ticket, command) : MergeDecider.decideMerged(ticket, merge, command);
    }

    private static List<TicketEvent> decideByStatus(Ticket ticket, TicketCommand command) {
        return switch (command) {
            case OpenTicket c ->
                switch (ticket.status()) {
                    case UNOPENED -> List.of(c.opening());
                    case OPEN, IN_PROGRESS, PENDING, RESOLVED, CLOSED -> throw new TicketRefused(ALREADY_OPENED);
                };
            case ImportTicket c -> replay(ticket, c);

            case AssignTicket c ->
                switch (ticket.status()) {
                    case OPEN, IN_PROGRESS, PENDING -> assign(ticket, c);
                    case UNOPENED, RESOLVED, CLOSED -> throw refusedAs(ticket.status());
                };
            case RefuseAssignment c ->
                List.of(new AssignmentRefused(c.ticketId(), c.commandId(), c.assignmentRevision(), c.reason(), c.at()));

            case StartTicket c ->
                switch (ticket.status()) {
                    case OPEN -> List.of(started(c));
                    case IN_PROGRESS -> List.of();
                    case PENDING -> List.of(resumed(c), started(c));
                    case UNOPENED, RESOLVED, CLOSED -> throw refusedAs(ticket.status());
                };
            case PauseTicket c ->
                switch (ticket.status()) {
                    case OPEN -> throw new TicketRefused(NOT_STARTED);
                    case IN_PROGRESS -> List.of(paused(c));
                    case PENDING -> List.of();
                    case UNOPENED, RESOLVED, CLOSED -> throw refusedAs(ticket.status());
                };
            case ResumeTicket c ->
                switch (ticket.status()) {
                    case OPEN -> List.of();
                    case IN_PROGRESS -> throw new TicketRefused(NOT_PENDING);
                    case PENDING -> List.of(resumed(c));
                    case RESOLVED -> List.of(reopened(ticket, c));
                    case UNOPENED, CLOSED -> throw refusedAs(ticket.status());
                };

            case ReplyToCustomer c ->
                switch (ticket.status()) {
                    case OPEN ->
                        c.thenPause() ? List.of(begun(c), replied(c), paused(c)) : List.of(begun(c), replied(c));
                    case IN_PROGRESS -> c.thenPause() ? List.of(replied(c), paused(c)) : List.of(replied(c));
                    case PENDING -> List.of(replied(c));
                    case RESOLVED -> {
                        if (c.thenPause()) {
                            throw refusedAs(ticket.status());
                        }
                        yield List.of(replied(c));
                    }
                    case UNOPENED, CLOSED -> throw refusedAs(ticket.status());
                };
            case TakeCustomerReply c ->
                switch (ticket.status()) {
                    case OPEN, IN_PROGRESS -> List.of(heard(c));
                    case PENDING -> List.of(heard(c), resumed(c));
                    case RESOLVED -> List.of(heard(c), reopened(ticket, c));
                    case CLOSED -> throw new TicketRefused(NEEDS_FOLLOW_UP);
                    case UNOPENED -> throw refusedAs(ticket.status());
                };
            case NoteOnTicket c ->
                switch (ticket.status()) {
                    case OPEN, IN_PROGRESS, PENDING, RESOLVED ->
                        List.of(new TicketNoted(c.ticketId(), c.messageId(), c.authorId(), c.body(), null, c.at()));
                    case UNOPENED, CLOSED -> throw refusedAs(ticket.status());
                };
            case QuoteChat c ->
                switch (ticket.status()) {
                    case OPEN, IN_PROGRESS, PENDING, RESOLVED ->
                        List.of(new TicketNoted(
                                c.ticketId(), c.messageId(), c.authorId(), c.body(), c.speaker(), c.at()));
                    case UNOPENED, CLOSED -> throw refusedAs(ticket.status());
                };

            case ResolveTicket c ->
                switch (ticket.status()) {
                    case OPEN, IN_PROGRESS, PENDING -> List.of(resolve(ticket, c));
                    case UNOPENED, RESOLVED, CLOSED -> throw refusedAs(ticket.status());
                };
            case RateTicket c ->
                switch (ticket.status()) {
                    case RESOLVED, CLOSED -> List.of(rate(ticket, c));
                    case OPEN, IN_PROGRESS, PENDING ->
                        throw new TicketRefused(c.seenCycle() == null ? NOT_RESOLVED : RATING_VOID);
                    case UNOPENED -> throw refusedAs(ticket.status());
                };
            case CloseTicket c ->
                switch (ticket.status()) {
                    case OPEN, IN_PROGRESS, PENDING -> throw new TicketRefused(NOT_RESOLVED);
                    case RESOLVED -> List.of(new TicketClosed(c.ticketId(), c.how(), c.at()));
                    case UNOPENED, CLOSED -> throw refusedAs(ticket.status());
                };

            case EscalateTicket c ->
                switch (ticket.status()) {
                    case OPEN, IN_PROGRESS, PENDING, RESOLVED ->
                        ticket.isEscalatedFor(c.reason())
                                ? List.of()
                                : List.of(new TicketEscalated(c.ticketId(), c.reason(), c.by(), c.at()));
                    case UNOPENED, CLOSED -> throw refusedAs(ticket.status());
                };
            case WithdrawEscalation c ->
                switch (ticket.status()) {
                    case OPEN, IN_PROGRESS, PENDING, RESOLVED ->
                        ticket.escalation() == null
                                ? List.of()
                                : List.of(new EscalationWithdrawn(c.ticketId(), c.by(), c.at()));
                    case UNOPENED, CLOSED -> throw refusedAs(ticket.status());
                };

            case MergeTicket c ->
                switch (ticket.status()) {
                    case OPEN, IN_PROGRESS, PENDING, RESOLVED -> MergeDecider.merge(ticket, c);
                    case UNOPENED, CLOSED -> throw refusedAs(ticket.status());
                };
            case UnmergeTicket _ ->
                switch (ticket.status()) {
                    case OPEN, IN_PROGRESS, PENDING, RESOLVED, CLOSED -> List.of();
                    case UNOPENED -> throw refusedAs(ticket.status());
                };

            case PrioritiseTicket c ->
                switch (ticket.status()) {
                    case OPEN, IN_PROGRESS, PENDING, RESOLVED ->
                        c.priority() == ticket.priority()
                                ? List.of()
                                : List.of(new TicketPrioritised(c.ticketId(), c.priority(), c.at()));
                    case UNOPENED, CLOSED -> throw refusedAs(ticket.status());
                };
            case TagTicket c ->
                switch (ticket.status()) {
                    case OPEN, IN_PROGRESS, PENDING, RESOLVED -> tag(ticket, c);
                    case UNOPENED, CLOSED -> throw refusedAs(ticket.status());
                };
            case CategoriseTicket c ->
                switch (ticket.status()) {
                    case OPEN, IN_PROGRESS, PENDING, RESOLVED ->
                        c.productArea().equals(ticket.productArea())
                                        && c.issueType().equals(ticket.issueType())
                                ? List.of()
                                : List.of(new TicketCategorised(c.ticketId(), c.productArea(), c.issueType(), c.at()));
                    case UNOPENED, CLOSED -> throw refusedAs(ticket.status());
                };
        };
    }

    /** History is never refused: every event yields a state, and a new event does not compile until it does. */
    public static Ticket evolve(Ticket ticket, TicketEvent event) {
        return TicketHistory.evolve(ticket, event);
    }

    private static List<TicketEvent> replay(Ticket ticket, ImportTicket whole) {
        var facts = new ArrayList<>(decide(ticket, whole.open()));
        var then = TicketHistory.fold(ticket, facts);
        for (var step : whole.then()) {
            var followed = decide(then, step);
            then = TicketHistory.fold(then, followed);
            facts.addAll(followed);
        }
        return facts;
    }

    private static List<TicketEvent> assign(Ticket ticket, AssignTicket c) {
        var now = ticket.assignment();
        if (c.seenRevision() != null && c.seenRevision() != now.revision()) {
            throw new TicketRefused(STALE_ASSIGNMENT);
        }
        var wish = new Assignment(c.team() == null ? now.team() : c.team(), c.assigneeId(), now.revision() + 1);
        if (Objects.equals(wish.team(), now.team()) && Objects.equals(wish.assigneeId(), now.assigneeId())) {
            return List.of();
        }
        return List.of(
                new TicketAssigned(c.ticketId(), wish.team(), wish.assigneeId(), wish.revision(), c.reason(), c.at()));
    }

    private static TicketResolved resolve(Ticket ticket, ResolveTicket c) {
        var area = c.productArea() == null ? ticket.productArea() : c.productArea();
        var type = c.issueType() == null ? ticket.issueType() : c.issueType();
        if (area == null || type == null) {
            throw new TicketRefused(NOT_CATEGORISED);
        }
        return new TicketResolved(c.ticketId(), c.code(), area, type, c.agentId(), c.at());
    }

    /** Whoever was asked has so many days; what was rated elsewhere was rated when it was. */
    private static TicketRated rate(Ticket ticket, RateTicket c) {
        var resolution = Objects.requireNonNull(ticket.resolution(), "a resolved ticket has a resolution");
        if (c.seenCycle() != null) {
            if (c.seenCycle() != ticket.reopenings()) {
                throw new TicketRefused(RATING_VOID);
            }
            if (!resolution.rateableAt(c.at())) {
                throw new TicketRefused(RATING_EXPIRED);
            }
        }
        return new TicketRated(
                c.ticketId(), ticket.reopenings(), c.score(), c.messageId(), c.comment(), resolution.agentId(), c.at());
    }

    private static List<TicketEvent> tag(Ticket ticket, TagTicket c) {
        var added = new TreeSet<>(c.add());
        added.removeAll(ticket.tags());
        var removed = new TreeSet<>(c.remove());
        removed.retainAll(ticket.tags());
        removed.removeAll(c.add());
        if (added.isEmpty() && removed.isEmpty()) {
            return List.of();
        }
        if (ticket.tags().size() + added.size() - removed.size() > MOST_TAGS) {
            throw new TicketRefused(TOO_MANY_TAGS);
        }
        return List.of(new TicketTagged(c.ticketId(), List.copyOf(added), List.copyOf(removed), c.at()));
    }

    private static TicketStarted started(StartTicket c) {
        return new TicketStarted(c.ticketId(), c.by(), c.at());
    }

    private static TicketStarted begun(ReplyToCustomer c) {
        return new TicketStarted(c.ticketId(), c.authorId(), c.at());
    }

    private static TicketReplied replied(ReplyToCustomer c) {
        return new TicketReplied(c.ticketId(), c.messageId(), c.authorId(), c.body(), c.at());
    }

    private static CustomerReplied heard(TakeCustomerReply c) {
        return new CustomerReplied(c.ticketId(), c.messageId(), c.body(), c.at());
    }

    private static TicketPaused paused(TicketCommand c) {
        return new TicketPaused(c.ticketId(), c.at());
    }

    private static TicketResumed resumed(TicketCommand c) {
        return new TicketResumed(c.ticketId(), c.at());
    }

    private static TicketReopened reopened(Ticket ticket, TicketCommand c) {
        return new TicketReopened(c.ticketId(), ticket.reopenings() + 1, c.at());
    }

    /** What stands in the way when the status itself rules a command out. */
    private static TicketRefused refusedAs(TicketStatus status) {
        return new TicketRefused(
                switch (status) {
                    case UNOPENED -> NO_SUCH_TICKET;
                    case OPEN, IN_PROGRESS -> NOT_PENDING;
                    case PENDING -> NOT_RESOLVED;
                    case RESOLVED -> ALREADY_RESOLVED;
                    case CLOSED -> ALREADY_CLOSED;
                });
    }

    private TicketDecider() {}
}
