package groundswell.insights.counting.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far consumers have come.
 *
 * @param byPartition last applied position by {@code consumer topic partition}
 */
record Positions(Map<String, Long> byPartition) {
    private static final String READ = """
            select consumer || ' ' || topic || ' ' || partition, position from %s.journal_inbox where consumer = any (?)
            order by consumer, topic, partition%s""";

    static Positions live(Connection connection, List<String> consumers) throws SQLException {
        return read(connection, "public", consumers, "");
    }

    /** The same, held still until the end of the transaction. */
    static Positions hold(Connection connection, List<String> consumers) throws SQLException {
        return read(connection, "public", consumers, " for update");
    }

    static Positions rebuilt(Connection connection, List<String> consumers) throws SQLException {
        return read(connection, RebuildTables.SCHEMA, consumers, "");
    }

    private static Positions read(Connection connection, String schema, List<String> consumers, String how)
            throws SQLException {
        try (var query = connection.prepareStatement(READ.formatted(schema, how))) {
            query.setArray(1, connection.createArrayOf("text", consumers.toArray()));
            try (var row = query.executeQuery()) {
                var positions = new HashMap<String, Long>();
                while (row.next()) {
                    positions.put(row.getString(1), row.getLong(2));
                }
                return new Positions(positions);
            }
        }
    }

    long events() {
        return byPartition.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean reaches(Positions other) {
        return other.byPartition.entrySet().stream()
                .allMatch(entry -> byPartition.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
    }
}
