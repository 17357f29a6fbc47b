package groundswell.insights.counting;

import groundswell.insights.Changes;
import groundswell.insights.CountedTicket;
import groundswell.insights.NameFact.TaxonomyPublished;
import groundswell.insights.TicketFact;
import groundswell.insights.TicketFact.Classified;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many tickets, of which kind, when. Both topics come here; a batch locks its tickets, folds its facts, and writes
 * the tickets, the counts and the queues in this order and each sorted, so that batches wait for each other but never in
 * a circle. A handful of statements, however long the batch.
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
        if (heard.restates()) {
            Restating.alone(connection);
        } else {
            Restating.together(connection);
        }
        for (var name : heard.names()) {
            NameRows.put(connection, name);
            if (name instanceof TaxonomyPublished taxonomy) {
                Restating.apply(connection, taxonomy.successors(), heard.partition());
            }
        }
        if (!heard.tickets().isEmpty()) {
            count(heard, connection);
        }
    }

    private static void count(Heard heard, Connection connection) throws SQLException {
        var ids = heard.tickets().stream().map(TicketFact::ticketId).collect(Collectors.toSet());
        var before = TicketRows.lock(connection, ids);
        var after = new HashMap<>(before);
        var successors = heard.classifies() ? Restating.successors(connection) : Map.<String, String>of();
        for (var fact : heard.tickets()) {
            var restated = fact instanceof Classified c ? c.under(successors) : fact;
            after.computeIfPresent(fact.ticketId(), (_, ticket) -> ticket.evolve(restated));
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
        CountRows.add(connection, heard.partition(), changes);
        QueueRows.add(connection, heard.partition(), changes.queues());
        CountRows.note(connection, heard.partition(), changes);
    }
}
