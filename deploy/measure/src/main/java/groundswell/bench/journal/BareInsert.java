package groundswell.bench.journal;

import groundswell.journal.JsonEvents;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What a plain program would do: the event and its stream's head by one prepared statement, in one round trip, with a
 * commit of its own. The same bytes, the same indexes, no locks, no positions to find out.
 */
final class BareInsert implements AutoCloseable {
    private static final String TABLES = """
            create table bare_event (topic text not null, partition int not null, position bigint not null,
                stream_id text not null, version bigint not null, event_id uuid not null, type text not null,
                data bytea not null, meta text not null, occurred_at timestamptz not null,
                recorded_at timestamptz not null default clock_timestamp(),
                primary key (topic, partition, position), unique (topic, partition, stream_id, version));
            create table bare_stream (stream_id text primary key, version bigint not null, state jsonb not null)""";
    private static final String INSERT = """
            with event as (insert into bare_event (topic, partition, position, stream_id, version, event_id, type,
                data, meta, occurred_at) values ('bench.events.v1', ?, ?, ?, 1, ?, 'bench.taken.v1', ?, ?, ?))
            insert into bare_stream values (?, 1, '{"count":1}')""";
    private static final String META = "{\"actor\":\"bench\",\"correlationid\":\"c\"}";

    private final Connection connection;
    private final PreparedStatement insert;
    private final JsonEvents<Note> format = JsonEvents.of("bench", "Note", Note.class, Note::at);

    BareInsert(DataSource database) throws SQLException {
        connection = database.getConnection();
        insert = connection.prepareStatement(INSERT);
    }

    static void createTables(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    void insert(int number) throws SQLException {
        var stream = UUID.randomUUID().toString();
        var note = Note.number(number);
        insert.setInt(1, number % 12);
        insert.setLong(2, number);
        insert.setString(3, stream);
        insert.setObject(4, UUID.randomUUID());
        insert.setBytes(5, format.data(note));
        insert.setString(6, META);
        insert.setObject(7, OffsetDateTime.ofInstant(note.at(), ZoneOffset.UTC));
        insert.setString(8, stream);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
