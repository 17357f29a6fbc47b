package groundswell.ticket;

import static groundswell.ticket.TicketRefused.Reason.*;
import static java.util.Objects.requireNonNull;

import groundswell.ticket.Ticket.Merge;
import groundswell.ticket.TicketCommand.*;
import groundswell.ticket.TicketEvent.*;
import java.util.List;

/**
 * The rules of merging. A merged ticket (the child) keeps its status and rests; another one (its parent) goes on in its place.
 * There are no chains: a parent is never merged, and who has children is not merged either.
 *
 * <p>Both must be of one requester. Everything said on a ticket is sealed with its requester's key and read by its requester: words
 * that moved to somebody else's ticket would be shown to them, and outlive the erasure of whoever wrote them.
 */
final class MergeDecider {
    static List<TicketEvent> merge(Ticket ticket, MergeTicket c) {
        var parent = c.into();
        if (parent.ticketId().equals(c.ticketId())) {
            throw new TicketRefused(INTO_ITSELF);
        }
        if (c.hasChildren()) {
            throw new TicketRefused(HAS_CHILDREN);
        }
        if (!parent.requesterId().equals(requireNonNull(ticket.opening()).requesterId())) {
            throw new TicketRefused(OTHER_REQUESTER);
        }
        if (parent.mergedInto() != null) {
            throw new TicketRefused(PARENT_MERGED, parent.mergedInto());
        }
        if (parent.automatic() && !requireNonNull(ticket.opening()).automatic()) {
            throw new TicketRefused(PARENT_AUTOMATIC);
        }
        return switch (parent.status()) {
            case OPEN, IN_PROGRESS, PENDING, RESOLVED ->
                List.of(new TicketMerged(c.ticketId(), parent.ticketId(), c.by(), c.at()));
            case UNOPENED -> throw new TicketRefused(NO_SUCH_TICKET);
            case CLOSED -> throw new TicketRefused(PARENT_CLOSED);
        };
    }

    /** What may still be asked of a merged ticket: the same once more, and to undo it. */
    static List<TicketEvent> decideMerged(Ticket ticket, Merge merge, TicketCommand command) {
        return switch (command) {
            case MergeTicket c when c.into().ticketId().equals(merge.into()) -> List.of();
            case UnmergeTicket c -> List.of(new TicketUnmerged(c.ticketId(), ticket.status(), c.by(), c.at()));
            case OpenTicket _, ImportTicket _ -> throw new TicketRefused(ALREADY_OPENED);
            case MergeTicket _,
                    AssignTicket _,
                    RefuseAssignment _,
                    StartTicket _,
                    PauseTicket _,
                    ResumeTicket _,
                    ReplyToCustomer _,
                    TakeCustomerReply _,
                    NoteOnTicket _,
                    QuoteChat _,
                    ResolveTicket _,
                    RateTicket _,
                    EscalateTicket _,
                    WithdrawEscalation _,
                    CloseTicket _,
                    PrioritiseTicket _,
                    TagTicket _,
                    CategoriseTicket _ -> throw new TicketRefused(MERGED, merge.into());
        };
    }

    private MergeDecider() {}
}
