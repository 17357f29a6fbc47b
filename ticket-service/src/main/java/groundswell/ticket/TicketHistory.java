package groundswell.ticket;

import groundswell.ticket.Ticket.Assignment;
import groundswell.ticket.Ticket.Closure;
import groundswell.ticket.Ticket.Escalation;
import groundswell.ticket.Ticket.Merge;
import groundswell.ticket.Ticket.Opening;
import groundswell.ticket.Ticket.Rating;
import groundswell.ticket.Ticket.Resolution;
import groundswell.ticket.TicketEvent.*;
import java.util.List;
import java.util.TreeSet;

/** What each fact makes of a ticket. */
final class TicketHistory {
    static Ticket fold(Ticket ticket, List<TicketEvent> events) {
        var now = ticket;
        for (var event : events) {
            now = evolve(now, event);
        }
        return now;
    }

    static Ticket evolve(Ticket t, TicketEvent event) {
        return change(t, event).touched(event.at());
    }

    private static Ticket change(Ticket t, TicketEvent event) {
        return switch (event) {
            case TicketOpened e -> opened(e);
            case TicketAssigned e -> t.of(new Assignment(e.team(), e.assigneeId(), e.assignmentRevision()));
            case AssignmentRefused _ -> t;
            case TicketStarted _ -> t.at(TicketStatus.IN_PROGRESS);
            case TicketPaused _ -> t.at(TicketStatus.PENDING);
            case TicketResumed _ -> t.at(TicketStatus.OPEN);
            case TicketReplied _ -> t;
            case CustomerReplied _ -> t;
            case TicketNoted _ -> t;
            case TicketResolved e ->
                t.at(TicketStatus.RESOLVED)
                        .about(e.productArea(), e.issueType())
                        .ended(new Resolution(e.code(), e.agentId(), e.at(), null), null, t.reopenings());
            case TicketClosed e ->
                t.at(TicketStatus.CLOSED).ended(t.resolution(), new Closure(e.how(), e.at()), t.reopenings());
            case TicketRated e -> t.rated(new Rating(e.score(), e.at()));
            case TicketReopened e -> t.at(TicketStatus.OPEN).ended(null, null, e.reopenings());
            case TicketEscalated e -> t.escalated(new Escalation(e.reason(), e.by(), e.at()));
            case EscalationWithdrawn _ -> t.escalated(null);
            case TicketMerged e -> t.merged(new Merge(e.into(), e.by(), e.at()));
            case TicketUnmerged _ -> t.merged(null);
            case TicketPrioritised e -> t.of(e.priority());
            case TicketTagged e -> t.tagged(e.added(), e.removed());
            case TicketCategorised e -> t.about(e.productArea(), e.issueType());
        };
    }

    private static Ticket opened(TicketOpened e) {
        var opening = new Opening(
                e.ticketId(),
                e.number(),
                e.requesterId(),
                e.accountId(),
                e.plan(),
                e.bigCustomer(),
                e.channel(),
                e.source(),
                e.externalId(),
                e.messageId(),
                e.subject(),
                e.requester(),
                e.customFields(),
                e.history(),
                e.earlierTickets(),
                e.imported(),
                e.automatic(),
                e.followUpOf(),
                e.at());
        return new Ticket(
                TicketStatus.OPEN,
                opening,
                e.priority(),
                new TreeSet<>(e.tags()),
                e.productArea(),
                e.issueType(),
                new Assignment(null, null, 0),
                0,
                null,
                null,
                null,
                null,
                e.at());
    }

    private TicketHistory() {}
}
