package groundswell.insights.counting.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far the two consumers have come: the last applied position of each partition. */
record Positions(Map<TopicPartition, Long> byPartition) {
    private static final String READ = """
            select topic, partition, position from %s.journal_inbox
            where (consumer, topic) in (select * from unnest(?::text[], ?::text[])) order by consumer, topic, partition%s""";

    static Positions live(Connection connection, Map<String, String> consumerOfTopic) throws SQLException {
        return read(connection, "public", consumerOfTopic, "");
    }

    /** The same, held still until the end of the transaction. */
    static Positions hold(Connection connection, Map<String, String> consumerOfTopic) throws SQLException {
        return read(connection, "public", consumerOfTopic, " for update");
    }

    static Positions rebuilt(Connection connection, Map<String, String> consumerOfTopic) throws SQLException {
        return read(connection, RebuildTables.SCHEMA, consumerOfTopic, "");
    }

    private static Positions read(Connection connection, String schema, Map<String, String> consumerOfTopic, String how)
            throws SQLException {
        try (var query = connection.prepareStatement(READ.formatted(schema, how))) {
            query.setArray(
                    1, connection.createArrayOf("text", consumerOfTopic.values().toArray()));
            query.setArray(
                    2, connection.createArrayOf("text", consumerOfTopic.keySet().toArray()));
            try (var row = query.executeQuery()) {
                var positions = new HashMap<TopicPartition, Long>();
                while (row.next()) {
                    positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
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
