package groundswell.insights.withdrawals;

import groundswell.insights.withdrawals.ConsentNews.Withdrawn;
import groundswell.journal.JsonEvents;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** Policy: what a customer last said of the words they wrote in a ticket is kept. A ticket may be asked for more than once. */
@Singleton
public class WhenConsentIsWithdrawnThenRemember implements BatchPolicy<List<ConsentNews>> {
    static final JsonEvents<ConsentNews> NEWS =
            JsonEvents.of("groundswell.consent", "", ConsentNews.class, ConsentNews::at);

    private static final String PUT = """
            insert into insights_withdrawal as w (ticket_id, requester_id, withdrawn, at) values (?, ?, ?, ?::timestamptz)
            on conflict (ticket_id, requester_id) do update set withdrawn = excluded.withdrawn, at = excluded.at
            where w.at <= excluded.at""";

    @Override
    public List<ConsentNews> prepare(List<Delivery> batch) {
        return batch.stream()
                .filter(delivery -> NEWS.knows(delivery.type()))
                .map(delivery -> NEWS.read(delivery.type(), delivery.data()))
                .sorted(Comparator.comparing(ConsentNews::ticketId)
                        .thenComparing(ConsentNews::requesterId)
                        .thenComparing(ConsentNews::at)) // one order of rows for everybody who writes
                .toList();
    }

    @Override
    public void apply(List<ConsentNews> news, InboxTransaction transaction) throws SQLException {
        if (news.isEmpty()) {
            return;
        }
        try (var put = transaction.connection().prepareStatement(PUT)) {
            for (var one : news) {
                put.setObject(1, one.ticketId());
                put.setObject(2, one.requesterId());
                put.setBoolean(3, one instanceof Withdrawn);
                put.setString(4, one.at().toString());
                put.addBatch();
            }
            put.executeBatch();
        }
    }
}
