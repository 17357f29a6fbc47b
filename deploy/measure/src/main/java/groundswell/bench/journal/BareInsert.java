package groundswell.bench.journal;

import groundswell.bench.Callers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.IntFunction;
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
    private final IntFunction<byte[]> data;

    /** @param data the event's bytes, by its number */
    BareInsert(DataSource database, IntFunction<byte[]> data) throws SQLException {
        this.data = data;
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
        insert.setInt(1, number % 12);
        insert.setLong(2, number);
        insert.setString(3, stream);
        insert.setObject(4, UUID.randomUUID());
        insert.setBytes(5, data.apply(number));
        insert.setString(6, META);
        insert.setObject(7, OffsetDateTime.ofInstant(Instant.ofEpochSecond(number), ZoneOffset.UTC));
        insert.setString(8, stream);
        insert.executeUpdate();
    }

    /** @return inserts per second, by {@code callers} connections at once; numbers start at {@code from} */
    static double rate(DataSource database, IntFunction<byte[]> data, int callers, int inserts, int from)
            throws SQLException, InterruptedException {
        var connections = new ArrayList<BareInsert>();
        for (int c = 0; c < callers; c++) {
            connections.add(new BareInsert(database, data));
        }
        double rate = Callers.rate(
                callers, inserts, (caller, n) -> connections.get(caller).insert(from + n));
        for (var connection : connections) {
            connection.close();
        }
        return rate;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
