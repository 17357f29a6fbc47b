package groundswell.ticket.lists;

import groundswell.ticket.desk.Badge;
import groundswell.ticket.desk.Colleagues;
import groundswell.ticket.desk.Teams;
import groundswell.ticket.desk.TicketView;
import groundswell.ticket.desk.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** Tickets as lines of a list. */
@ApplicationScoped
class TicketRows {
    private final Colleagues colleagues;

    TicketRows(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    /** @param sinceOpened whether a line's age tells how old the ticket is, or how long ago it changed */
    List<TicketRowView> of(List<TicketView> tickets, boolean sinceOpened) {
        var names = colleagues.names();
        return tickets.stream()
                .map(ticket -> new TicketRowView(
                        ticket.id(),
                        ticket.number(),
                        Objects.requireNonNullElse(ticket.subject(), ticket.number()),
                        ticket.requester() == null
                                ? "Customer"
                                : ticket.requester().name(),
                        Words.of(ticket.channel()),
                        Badge.of(ticket),
                        Badge.of(ticket.priority()),
                        ticket.team() == null ? null : Teams.nameOf(ticket.team()),
                        ticket.assigneeId() == null ? null : names.of(ticket.assigneeId()),
                        sinceOpened ? ticket.createdAt() : ticket.updatedAt()))
                .toList();
    }
}
