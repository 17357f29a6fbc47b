package groundswell.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one append routine, for lanes and inboxes alike: locks the claims and slots in order, reads under the locks,
 * decides in memory, and writes events, heads and claims with one multi-row statement each. Two round trips; the
 * transaction is the caller's. See decisions/0001-dense-positions.md for why positions come out dense.
 */
final class Append<C, S, E> {
    private final JournalDefinition<C, S, E> definition;
    private final ObjectReader states;
    private final ObjectWriter json = JsonEvents.mapper().writer();
    private final String headsSql;

    Append(JournalDefinition<C, S, E> definition) {
        this.definition = definition;
        this.states = JsonEvents.mapper().readerFor(definition.state());
        this.headsSql = AppendSql.heads(definition.columns());
    }

    /** Outcomes in the order of {@code asks}. With {@code commit} the transaction ends in the last round trip. */
    List<Outcome<Handled<S>>> run(Connection connection, List<Ask<C>> asks, boolean commit) throws SQLException {
        var situation = lockAndRead(connection, asks);
        var decided = new Deciding<>(definition, situation).all(asks);
        write(connection, decided, commit);
        return decided.outcomes;
    }

    private Situation<S> lockAndRead(Connection connection, List<Ask<C>> asks) throws SQLException {
        var requests = new ArrayList<Request>();
        var keys = new ArrayList<NaturalKey>();
        var slots = new TreeSet<Integer>();
        var streams = new TreeSet<String>();
        for (var ask : asks) {
            var wish = ask.submission();
            if (wish.request() != null) {
                requests.add(wish.request());
            }
            keys.addAll(wish.naturalKeys());
            slots.add(definition.slots().of(wish.stream()));
            streams.add(wish.stream());
        }
        boolean claims = !requests.isEmpty() || !keys.isEmpty();
        try (var query = connection.prepareStatement(AppendSql.lockAndRead(claims))) {
            var slotArray = connection.createArrayOf("int4", slots.toArray());
            int at = 1;
            if (claims) {
                query.setArray(at++, connection.createArrayOf("int8", claimLocks(requests, keys)));
            }
            query.setInt(at++, definition.slots().lockClass());
            query.setArray(at++, slotArray);
            query.setArray(at++, connection.createArrayOf("text", streams.toArray()));
            query.setString(at++, definition.slots().topic());
            query.setArray(at++, slotArray);
            if (claims) {
                at = texts(query, at, requests, Request::client);
                at = texts(query, at, requests, Request::key);
                at = texts(query, at, keys, NaturalKey::scope);
                texts(query, at, keys, NaturalKey::key);
            }
            query.execute();
            if (claims) {
                query.getMoreResults();
            }
            return read(query, claims);
        }
    }

    private Situation<S> read(PreparedStatement query, boolean claims) throws SQLException {
        var situation = new Situation<S>();
        for (var row = next(query); row.next(); ) {
            var stream = row.getString(1);
            if (stream == null) {
                situation.positions.put(row.getInt(4), row.getLong(2));
            } else {
                situation.heads.put(stream, new Head<>(stream, row.getLong(2), state(row.getString(3))));
            }
        }
        if (claims) {
            for (var row = next(query); row.next(); ) {
                situation.requests.put(
                        new Situation.ClaimKey(row.getString(1), row.getString(2)),
                        new Situation.Claim(row.getString(3), row.getInt(4), row.getString(5), row.getLong(6)));
            }
            for (var row = next(query); row.next(); ) {
                situation.naturalKeys.put(
                        new NaturalKey(row.getString(1), row.getString(2)),
                        new Situation.Held(row.getString(3), row.getLong(4)));
            }
        }
        return situation;
    }

    private static ResultSet next(PreparedStatement query) throws SQLException {
        query.getMoreResults();
        return Objects.requireNonNull(query.getResultSet(), "a result is missing");
    }

    /** One lock per claim, by hash: two claims that share a hash merely wait for each other. */
    private static Object[] claimLocks(List<Request> requests, List<NaturalKey> keys) {
        var locks = new TreeSet<Long>();
        requests.forEach(r -> locks.add(hash("r\n" + r.client() + "\n" + r.key())));
        keys.forEach(k -> locks.add(hash("k\n" + k.scope() + "\n" + k.key())));
        return locks.toArray();
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L; // FNV-1a
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    private void write(Connection connection, Decided<S> decided, boolean commit) throws SQLException {
        boolean claims = !decided.requests.isEmpty() || !decided.keys.isEmpty();
        var sql = AppendSql.write(headsSql, !decided.rows.isEmpty(), claims);
        if (sql.isEmpty()) {
            if (commit) {
                connection.commit();
            }
            return;
        }
        try (var statement = connection.prepareStatement(commit ? sql + ";commit" : sql)) {
            int at = 1;
            if (!decided.rows.isEmpty()) {
                at = events(statement, at, decided.rows);
                at = heads(statement, at, List.copyOf(decided.changed.values()));
            }
            if (claims) {
                at = texts(statement, at, decided.requests, r -> r.request().client());
                at = texts(statement, at, decided.requests, r -> r.request().key());
                at = texts(statement, at, decided.requests, r -> r.request().fingerprint());
                at = array(
                        statement,
                        at,
                        "int4",
                        decided.requests,
                        r -> r.request().status());
                at = texts(statement, at, decided.requests, Decided.RequestRow::stream);
                at = array(statement, at, "int8", decided.requests, Decided.RequestRow::version);
                at = texts(statement, at, decided.keys, k -> k.key().scope());
                at = texts(statement, at, decided.keys, k -> k.key().key());
                texts(statement, at, decided.keys, Decided.KeyRow::stream);
            }
            statement.execute();
        }
    }

    private int events(PreparedStatement insert, int from, List<Decided.Row> rows) throws SQLException {
        int at = from;
        insert.setString(at++, definition.slots().topic());
        at = array(insert, at, "int4", rows, Decided.Row::partition);
        at = array(insert, at, "int8", rows, Decided.Row::position);
        at = texts(insert, at, rows, Decided.Row::stream);
        at = array(insert, at, "int8", rows, Decided.Row::version);
        at = array(insert, at, "uuid", rows, Decided.Row::eventId);
        at = texts(insert, at, rows, Decided.Row::type);
        insert.setArray(
                at++,
                insert.getConnection()
                        .createArrayOf(
                                "bytea", rows.stream().map(Decided.Row::data).toArray(byte[][]::new)));
        at = texts(insert, at, rows, Decided.Row::meta);
        return texts(insert, at, "timestamptz", rows, Decided.Row::at);
    }

    private int heads(PreparedStatement upsert, int from, List<Head<S>> heads) throws SQLException {
        int at = texts(upsert, from, heads, Head::stream);
        at = array(upsert, at, "int8", heads, Head::version);
        at = texts(upsert, at, heads, head -> stateJson(head.state()));
        for (var column : definition.columns()) {
            at = texts(
                    upsert,
                    at,
                    column.arrayType(),
                    heads,
                    head -> column.value().apply(head.state()));
        }
        return at;
    }

    private static <T> int texts(PreparedStatement to, int at, List<T> rows, Function<T, String> value)
            throws SQLException {
        return array(to, at, "text", rows, value);
    }

    /** Values as PostgreSQL reads them in text. */
    private static <T> int texts(
            PreparedStatement to, int at, String type, List<T> rows, Function<T, ? extends @Nullable Object> value)
            throws SQLException {
        var texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            var one = value.apply(rows.get(i));
            texts[i] = one == null ? null : one.toString();
        }
        to.setArray(at, to.getConnection().createArrayOf(type, texts));
        return at + 1;
    }

    private static <T> int array(
            PreparedStatement to, int at, String type, List<T> rows, Function<T, ? extends Object> value)
            throws SQLException {
        to.setArray(
                at,
                to.getConnection().createArrayOf(type, rows.stream().map(value).toArray()));
        return at + 1;
    }

    private S state(String text) {
        try {
            return states.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A snapshot cannot be read", e);
        }
    }

    private String stateJson(S state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A snapshot cannot be written", e);
        }
    }
}
