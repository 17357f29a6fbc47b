package groundswell.insights.counting;

import groundswell.insights.Changes;
import groundswell.insights.CountedTicket;
import groundswell.insights.TicketFact;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many tickets, of which kind, when. Both topics come here; a batch locks its tickets, folds its facts, and writes
 * the tickets, the counts and the queues in this order and each sorted, so that batches wait for each other but never in
 * a circle. Five statements, however long the batch.
 */
@ApplicationScoped
public class CountsProjection implements BatchPolicy<Heard> {
    @Override
    public Heard prepare(List<Delivery> batch) {
        return Heard.of(batch);
    }

    @Override
    public void apply(Heard heard, InboxTransaction transaction) throws SQLException {
        var connection = transaction.connection();
        if (!heard.tickets().isEmpty()) {
            count(heard, connection);
        }
        for (var name : heard.names()) {
            NameRows.put(connection, name);
        }
    }

    private static void count(Heard heard, Connection connection) throws SQLException {
        var ids = heard.tickets().stream().map(TicketFact::ticketId).collect(Collectors.toSet());
        var before = TicketRows.lock(connection, ids);
        var after = new HashMap<>(before);
        for (var fact : heard.tickets()) {
            after.computeIfPresent(fact.ticketId(), (_, ticket) -> ticket.evolve(fact));
        }
        var changes = new Changes();
        var changed = after.values().stream()
                .filter(ticket -> !ticket.equals(before.get(ticket.id())))
                .toList();
        for (CountedTicket ticket : changed) {
            var was = before.get(ticket.id());
            changes.moved(was == null ? CountedTicket.unheardOf(ticket.id()) : was, ticket);
        }
        TicketRows.write(connection, changed);
        CountRows.add(connection, changes);
        QueueRows.add(connection, heard.partition(), changes.queues());
    }
}
