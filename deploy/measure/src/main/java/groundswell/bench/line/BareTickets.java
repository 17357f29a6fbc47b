package groundswell.bench.line;

import groundswell.bench.Callers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The rows that a new ticket leaves behind, written by a plain program: event, head with its list columns, and request,
 * by one prepared statement in one round trip, with a commit of its own. The bytes and the indexes are the house's own.
 */
final class BareTickets implements AutoCloseable {
    /** What the house has written for one ticket. */
    private record Sample(byte[] data, String meta, String state) {}

    private static final String TABLES = """
            create schema bare;
            create table bare.event (like journal_event including all);
            create table bare.stream (like journal_stream including all);
            create table bare.request (like journal_request including all)""";
    private static final String SAMPLE = """
            select e.data, e.meta, s.state::text from journal_event e join journal_stream s using (stream_id)
            where e.type = 'groundswell.ticket.opened.v1' limit 1000""";
    private static final String INSERT = """
            with event as (insert into bare.event (topic, partition, position, stream_id, version, event_id, type, data,
                    meta, occurred_at)
                values ('ticket.events.v1', ?, ?, ?, 1, ?, 'groundswell.ticket.opened.v1', ?, ?, ?)),
            head as (insert into bare.stream (stream_id, version, state, number, status, requester_id, priority, tags,
                    channel, created_at, updated_at)
                values (?, 1, ?::jsonb, ?, 'open', ?, 'P3', '{billing}', 'email', ?, ?))
            insert into bare.request (client, key, fingerprint, status, stream_id, version)
                values ('bench', ?, 'd2d4b8e8c1a9f0b3', 201, ?, 1)""";

    private final Connection connection;
    private final PreparedStatement insert;
    private final List<Sample> samples;

    private BareTickets(DataSource database, List<Sample> samples) throws SQLException {
        this.samples = samples;
        connection = database.getConnection();
        insert = connection.prepareStatement(INSERT);
    }

    static void createTables(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    /** @return tickets per second, by {@code callers} connections at once; numbers start at {@code from} */
    static double rate(DataSource database, int callers, int inserts, int from)
            throws SQLException, InterruptedException {
        var samples = samples(database);
        var connections = new ArrayList<BareTickets>();
        for (int c = 0; c < callers; c++) {
            connections.add(new BareTickets(database, samples));
        }
        double rate = Callers.rate(
                callers, inserts, (caller, n) -> connections.get(caller).insert(from + n));
        for (var connection : connections) {
            connection.close();
        }
        return rate;
    }

    private static List<Sample> samples(DataSource database) throws SQLException {
        var samples = new ArrayList<Sample>();
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(SAMPLE)) {
            while (row.next()) {
                samples.add(new Sample(row.getBytes(1), row.getString(2), row.getString(3)));
            }
        }
        return samples;
    }

    private void insert(int number) throws SQLException {
        var sample = samples.get(number % samples.size());
        var stream = UUID.randomUUID().toString();
        var now = OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
        int at = 1;
        insert.setInt(at++, number % 12);
        insert.setLong(at++, number);
        insert.setString(at++, stream);
        insert.setObject(at++, UUID.randomUUID());
        insert.setBytes(at++, sample.data());
        insert.setString(at++, sample.meta());
        insert.setObject(at++, now);
        insert.setString(at++, stream);
        insert.setString(at++, sample.state());
        insert.setLong(at++, number);
        insert.setObject(at++, new UUID(0, number % 5_000));
        insert.setObject(at++, now);
        insert.setObject(at++, now);
        insert.setString(at++, UUID.randomUUID().toString());
        insert.setString(at, stream);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
