package groundswell.insights.surges;

import groundswell.insights.InsightsRefused;
import groundswell.insights.Span;
import groundswell.insights.Surge;
import groundswell.insights.SurgeKey;
import groundswell.insights.Surges;
import groundswell.journal.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of surges. */
@ApplicationScoped
public class SurgeRows implements Surges {
    private static final String COLUMNS =
            "id, kind, code, began, opened, unusual_to, peak_at, peak, seen, expected, closed, customers";

    private static final String PUT = "insert into insights_surge (" + COLUMNS + ")" + """
             select * from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                ?::timestamptz[], ?::int[], ?::int[], ?::float8[], ?::boolean[], ?::int[]) order by 1
            on conflict (id) do update set began = excluded.began, opened = excluded.opened, unusual_to = excluded.unusual_to,
                peak_at = excluded.peak_at, peak = excluded.peak, seen = excluded.seen, expected = excluded.expected,
                closed = excluded.closed, customers = excluded.customers""";

    private final DataSource database;

    SurgeRows(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Found> openedIn(Span span, @Nullable SurgeKey key, int limit) {
        return read(
                "opened >= ?::timestamptz and opened < ?::timestamptz"
                        + (key == null ? "" : " and kind = ? and code = ?") + " order by opened desc fetch first "
                        + limit + " rows with ties",
                key == null
                        ? List.of(span.from().toString(), span.to().toString())
                        : List.of(
                                span.from().toString(),
                                span.to().toString(),
                                key.kind().code(),
                                key.code()));
    }

    @Override
    public Found one(UUID id) {
        return read("id = ?::uuid", List.of(id.toString())).stream()
                .findAny()
                .orElseThrow(() -> new InsightsRefused(
                        InsightsRefused.Reason.NO_SURGE,
                        "GET /api/insights/surges lists those there are; one that tickets no longer show is gone."));
    }

    @Override
    public List<Found> ongoing() {
        return read("not closed order by opened desc, id", List.of());
    }

    private List<Found> read(String condition, List<String> values) {
        try (var connection = database.getConnection()) {
            return read(connection, condition, values);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The surges could not be read");
        }
    }

    private static List<Found> read(Connection connection, String condition, List<String> values) throws SQLException {
        try (var query = connection.prepareStatement("select " + COLUMNS + " from insights_surge where " + condition)) {
            for (int i = 0; i < values.size(); i++) {
                query.setString(i + 1, values.get(i));
            }
            try (var row = query.executeQuery()) {
                var found = new ArrayList<Found>();
                while (row.next()) {
                    found.add(found(row));
                }
                return found;
            }
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        var surge = new Surge(
                SurgeKey.of(row.getString("kind"), row.getString("code")),
                row.getTimestamp("began").toInstant(),
                row.getTimestamp("opened").toInstant(),
                row.getTimestamp("unusual_to").toInstant(),
                row.getTimestamp("peak_at").toInstant(),
                row.getInt("peak"),
                row.getInt("seen"),
                row.getDouble("expected"),
                row.getBoolean("closed"));
        return new Found(surge, row.getInt("customers"));
    }

    /** Those that began before a moment, and lasted, or may have gone on, beyond it. */
    private static List<Found> over(Connection connection, Instant moment) throws SQLException {
        return read(
                connection,
                "began < ?::timestamptz and (not closed or unusual_to + interval '1 minute' * "
                        + 15 * SurgeRules.SETTLED + " > ?::timestamptz) order by opened",
                List.of(moment.toString(), moment.toString()));
    }

    /** Opened after one moment and not after another. */
    static List<Found> openedBetween(Connection connection, Instant after, Instant to) throws SQLException {
        return read(
                connection,
                "opened > ?::timestamptz and opened <= ?::timestamptz order by opened",
                List.of(after.toString(), to.toString()));
    }

    /** The last midnight up to the given one that none of them reaches over. */
    static Instant clear(Connection connection, Instant midnight) throws SQLException {
        var clear = midnight;
        for (var over = over(connection, clear); !over.isEmpty(); over = over(connection, clear)) {
            clear = SurgeSearch.clear(over.stream().map(Found::surge).toList(), clear);
        }
        return clear;
    }

    static void delete(Connection connection, Collection<UUID> ids) throws SQLException {
        try (var delete = connection.prepareStatement("delete from insights_surge where id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            delete.executeUpdate();
        }
    }

    static void put(Connection connection, List<Found> found) throws SQLException {
        try (var put = connection.prepareStatement(PUT)) {
            int at = 1;
            at = bind(put, at, "uuid", found, one -> one.surge().id());
            at = bind(put, at, "text", found, one -> one.surge().key().kind().code());
            at = bind(put, at, "text", found, one -> one.surge().key().code());
            at = bind(put, at, "timestamptz", found, one -> one.surge().began().toString());
            at = bind(put, at, "timestamptz", found, one -> one.surge().opened().toString());
            at = bind(
                    put,
                    at,
                    "timestamptz",
                    found,
                    one -> one.surge().unusualTo().toString());
            at = bind(put, at, "timestamptz", found, one -> one.surge().peakAt().toString());
            at = bind(put, at, "int", found, one -> one.surge().peak());
            at = bind(put, at, "int", found, one -> one.surge().seen());
            at = bind(put, at, "float8", found, one -> one.surge().expected());
            at = bind(put, at, "boolean", found, one -> one.surge().closed());
            bind(put, at, "int", found, Found::customers);
            put.executeUpdate();
        }
    }

    private static int bind(
            java.sql.PreparedStatement to, int at, String type, List<Found> rows, Function<Found, Object> value)
            throws SQLException {
        to.setArray(
                at,
                to.getConnection().createArrayOf(type, rows.stream().map(value).toArray()));
        return at + 1;
    }
}
