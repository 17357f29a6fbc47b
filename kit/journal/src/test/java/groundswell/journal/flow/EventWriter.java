package groundswell.journal.flow;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Appends to the journal by plain SQL, in dense positions, as the journal itself would. */
public record EventWriter(DataSource database, String topic) {
    private static final String APPEND = """
            insert into journal_event
                (topic, partition, position, stream_id, version, event_id, type, data, meta, occurred_at)
            select ?, ?, base + i, 's-' || ? || '-' || (base + i) % 7, base + i, gen_random_uuid(),
                   'groundswell.test.happened.v1', convert_to('{"n":' || (base + i) || ',"pad":"' || repeat('x', ?) || '"}', 'UTF8'),
                   '{"actor":"system:test","correlationid":"c-' || (base + i) || '"}', clock_timestamp()
            from (select coalesce(max(position), 0) as base from journal_event where topic = ? and partition = ?) b,
                 generate_series(1, ?) i""";

    public void append(int partition, int events) {
        append(partition, events, 20);
    }

    /** @param padding bytes of text in each event */
    public void append(int partition, int events, int padding) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?), ?)");
                    var insert = connection.prepareStatement(APPEND)) {
                lock.setString(1, topic);
                lock.setInt(2, partition);
                lock.execute();
                insert.setString(1, topic);
                insert.setInt(2, partition);
                insert.setInt(3, partition);
                insert.setInt(4, padding);
                insert.setString(5, topic);
                insert.setInt(6, partition);
                insert.setInt(7, events);
                insert.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
