package groundswell.journal.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** {@code journal_inbox}: one row per consumer and partition, and the lock that keeps a consumer's zombies out. */
record InboxTable(String consumer) {
    private static final String READ = """
            select offset_, position, positioned, gap_since is not null from journal_inbox
            where consumer = ? and topic = ? and partition = ?""";

    Bookmark read(Connection connection, TopicPartition partition) throws SQLException {
        return read(connection, partition, READ).orElse(new Bookmark(0, 0, true, false, Set.of()));
    }

    /** Locks the row until the end of the transaction. What is parked is read behind the lock, so it can't change. */
    Bookmark lock(Connection connection, TopicPartition partition) throws SQLException {
        var found = read(connection, partition, READ + " for update");
        if (found.isPresent()) {
            return found.get();
        }
        try (var insert = connection.prepareStatement("""
                insert into journal_inbox (consumer, topic, partition, offset_, position) values (?, ?, ?, 0, 0)
                on conflict do nothing""")) {
            bind(insert, 1, partition);
            insert.executeUpdate();
        }
        return read(connection, partition, READ + " for update").orElseThrow();
    }

    private Optional<Bookmark> read(Connection connection, TopicPartition partition, String sql) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            bind(select, 1, partition);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Bookmark(
                                row.getLong(1),
                                row.getLong(2),
                                row.getBoolean(3),
                                row.getBoolean(4),
                                parked(connection, partition)))
                        : Optional.empty();
            }
        }
    }

    private Set<String> parked(Connection connection, TopicPartition partition) throws SQLException {
        try (var select = connection.prepareStatement("""
                select distinct stream_id from journal_parked
                where consumer = ? and topic = ? and partition = ?""")) {
            bind(select, 1, partition);
            var streams = new HashSet<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    streams.add(rows.getString(1));
                }
            }
            return streams;
        }
    }

    void write(Connection connection, TopicPartition partition, Bookmark bookmark) throws SQLException {
        try (var update = connection.prepareStatement("""
                update journal_inbox set offset_ = ?, position = ?, positioned = ?,
                    gap_since = case when ? then coalesce(gap_since, clock_timestamp()) end
                where consumer = ? and topic = ? and partition = ?""")) {
            update.setLong(1, bookmark.offset());
            update.setLong(2, bookmark.position());
            update.setBoolean(3, bookmark.positioned());
            update.setBoolean(4, bookmark.gap());
            bind(update, 5, partition);
            update.executeUpdate();
        }
    }

    Map<TopicPartition, Long> offsets(Connection connection, Collection<TopicPartition> partitions)
            throws SQLException {
        var offsets = new HashMap<TopicPartition, Long>();
        try (var select =
                connection.prepareStatement("select topic, partition, offset_ from journal_inbox where consumer = ?")) {
            select.setString(1, consumer);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var partition = new TopicPartition(rows.getString(1), rows.getInt(2));
                    if (partitions.contains(partition)) {
                        offsets.put(partition, rows.getLong(3));
                    }
                }
            }
        }
        return offsets;
    }

    private void bind(PreparedStatement statement, int from, TopicPartition partition) throws SQLException {
        statement.setString(from, consumer);
        statement.setString(from + 1, partition.topic());
        statement.setInt(from + 2, partition.partition());
    }
}
