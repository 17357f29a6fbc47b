package groundswell.insights.surges;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How far back numbers have changed since we last looked, as the counting notes it. */
final class CountChanges {
    /** @param changes a number that grows with each change, by which a later one is not taken for seen */
    record Change(int shard, Instant since, long changes) {}

    static List<Change> read(Connection connection) throws SQLException {
        var found = new ArrayList<Change>();
        try (var query = connection.prepareStatement(
                        "select shard, since, changes from insights_count_change order by shard");
                var row = query.executeQuery()) {
            while (row.next()) {
                found.add(new Change(row.getInt(1), row.getTimestamp(2).toInstant(), row.getLong(3)));
            }
        }
        return found;
    }

    static void seen(Connection connection, List<Change> changes) throws SQLException {
        try (var delete = connection.prepareStatement("delete from insights_count_change c"
                + " using unnest(?::int[], ?::bigint[]) v (shard, changes)"
                + " where c.shard = v.shard and c.changes = v.changes")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "int", changes.stream().map(Change::shard).toArray()));
            delete.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", changes.stream().map(Change::changes).toArray()));
            delete.executeUpdate();
        }
    }

    private CountChanges() {}
}
