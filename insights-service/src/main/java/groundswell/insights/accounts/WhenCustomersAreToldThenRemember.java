package groundswell.insights.accounts;

import groundswell.insights.accounts.CustomerNews.AccountDescribed;
import groundswell.insights.accounts.CustomerNews.CustomersCounted;
import groundswell.insights.accounts.CustomerNews.Opened;
import groundswell.journal.JsonEvents;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Policy: whose tickets they are, which accounts left, and how many customers there are, is kept as it was last told. */
@Singleton
public class WhenCustomersAreToldThenRemember implements BatchPolicy<List<CustomerNews>> {
    static final JsonEvents<CustomerNews> NEWS =
            JsonEvents.of("groundswell.ticket", "", CustomerNews.class, CustomerNews::at);

    private static final String TICKET = "insert into insights_ticket_account values (?, ?) on conflict do nothing";
    private static final String ACCOUNT = "insert into insights_account values (?, ?::timestamptz)"
            + " on conflict (account_id) do update set churned_at = excluded.churned_at";
    private static final String CUSTOMERS = "insert into insights_customers values (?::date, ?)"
            + " on conflict (day) do update set active = excluded.active";

    @Override
    public List<CustomerNews> prepare(List<Delivery> batch) {
        return batch.stream()
                .filter(delivery -> NEWS.knows(delivery.type()))
                .map(delivery -> NEWS.read(delivery.type(), delivery.data()))
                .toList();
    }

    @Override
    public void apply(List<CustomerNews> news, InboxTransaction transaction) throws SQLException {
        var connection = transaction.connection();
        put(connection, TICKET, latest(news, Opened.class, Opened::ticketId), (row, one) -> {
            if (one.accountId() == null) {
                return false;
            }
            row.setObject(1, one.ticketId());
            row.setString(2, one.accountId());
            return true;
        });
        put(connection, ACCOUNT, latest(news, AccountDescribed.class, AccountDescribed::accountId), (row, one) -> {
            row.setString(1, one.accountId());
            row.setString(2, one.churnedAt() == null ? null : one.churnedAt().toString());
            return true;
        });
        put(connection, CUSTOMERS, latest(news, CustomersCounted.class, CustomersCounted::day), (row, one) -> {
            row.setString(1, one.day().toString());
            row.setLong(2, one.active());
            return true;
        });
    }

    /** The last that was told of each, in one order for everybody who writes. */
    private static <T extends CustomerNews, K extends Comparable<? super K>> Map<K, T> latest(
            List<CustomerNews> news, Class<T> type, Function<T, K> of) {
        return news.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toMap(of, Function.identity(), (_, later) -> later, TreeMap::new));
    }

    /** Binds one; false where there is nothing to write. */
    private interface Binding<T> {
        boolean bind(PreparedStatement row, T one) throws SQLException;
    }

    private static <T> void put(Connection connection, String sql, Map<?, T> rows, Binding<T> binding)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var row = connection.prepareStatement(sql)) {
            for (var one : rows.values()) {
                if (binding.bind(row, one)) {
                    row.addBatch();
                }
            }
            row.executeBatch();
        }
    }
}
