package groundswell.bench.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The usual work of a consumer: reads every event and keeps sums, written with one statement per batch. */
final class CountPerKind implements BatchPolicy<Map<String, Long>> {
    private final ObjectMapper json;

    CountPerKind(ObjectMapper json) {
        this.json = json;
    }

    static void createTable(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists bench_sum (kind text primary key, minutes bigint not null)");
        }
    }

    @Override
    public Map<String, Long> prepare(List<Delivery> batch) {
        var sums = new TreeMap<String, Long>();
        for (var delivery : batch) {
            try {
                var event = json.readTree(delivery.data());
                sums.merge(event.path("kind").asText(), event.path("minutes").asLong(), Long::sum);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sums;
    }

    @Override
    public void apply(Map<String, Long> sums, InboxTransaction transaction) throws SQLException {
        var connection = transaction.connection();
        try (var upsert =
                connection.prepareStatement("insert into bench_sum as s select * from unnest(?::text[], ?::bigint[])"
                        + " on conflict (kind) do update set minutes = s.minutes + excluded.minutes")) {
            upsert.setArray(1, connection.createArrayOf("text", sums.keySet().toArray()));
            upsert.setArray(2, connection.createArrayOf("bigint", sums.values().toArray()));
            upsert.executeUpdate();
        }
    }
}
