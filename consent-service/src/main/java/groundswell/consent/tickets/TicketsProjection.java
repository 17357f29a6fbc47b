package groundswell.consent.tickets;

import groundswell.consent.tickets.TicketHeard.*;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Keeps what the other slices must know of a ticket. Boxes stay sealed: nothing is opened here, so nothing waits for keys. */
@ApplicationScoped
class TicketsProjection implements BatchPolicy<List<TicketHeard>> {
    @Override
    public List<TicketHeard> prepare(List<Delivery> batch) {
        return TicketReading.of(batch);
    }

    @Override
    public void apply(List<TicketHeard> heard, InboxTransaction transaction) throws SQLException {
        var rows = new TicketRows();
        for (var one : heard) {
            switch (one) {
                case Opened e -> {
                    rows.ticket(e);
                    rows.message(e.ticketId(), e.messageId(), true, e.description(), e.at());
                }
                case Replied e -> rows.message(e.ticketId(), e.messageId(), false, e.body(), e.at());
                case CustomerReplied e -> rows.message(e.ticketId(), e.messageId(), true, e.body(), e.at());
                case Resolved e -> rows.resolution(e.ticketId(), e.code());
                case Reopened e -> rows.resolution(e.ticketId(), null);
            }
        }
        rows.writeTo(transaction.connection());
    }
}
