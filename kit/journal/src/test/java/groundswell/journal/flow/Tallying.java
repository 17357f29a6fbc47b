package groundswell.journal.flow;

import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * A projection that would show anything applied twice, left out, or out of order: a row per event (its key is the
 * event's place), and a running sum per stream.
 */
public class Tallying implements BatchPolicy<List<Delivery>> {
    public static void createTables(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table tally_event (partition int, position bigint, event_id uuid, nth bigserial,
                                              primary key (partition, position));
                    create table tally_stream (stream text primary key, events bigint, versions bigint, last bigint)""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Delivery> prepare(List<Delivery> batch) {
        return batch;
    }

    @Override
    public void apply(List<Delivery> batch, InboxTransaction transaction) throws SQLException {
        var connection = transaction.connection();
        try (var events = connection.prepareStatement(
                        "insert into tally_event (partition, position, event_id) values (?, ?, ?)");
                var streams = connection.prepareStatement("""
                        insert into tally_stream as t values (?, 1, ?, ?) on conflict (stream) do update
                        set events = t.events + 1, versions = t.versions + excluded.versions, last = excluded.last""")) {
            for (var delivery : batch) {
                events.setInt(1, delivery.partition());
                events.setLong(2, delivery.position());
                events.setObject(3, delivery.eventId());
                events.addBatch();
                streams.setString(1, delivery.stream());
                streams.setLong(2, delivery.version());
                streams.setLong(3, delivery.version());
                streams.addBatch();
            }
            events.executeBatch();
            streams.executeBatch();
        }
    }
}
