package groundswell.journal.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** {@code journal_inbox}: one row per consumer and partition, and the lock that keeps a consumer's zombies out. */
record InboxTable(String consumer) {
    /** The order in which rows are locked, so that nobody waits in a circle. */
    static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private static final String READ = """
            select topic, partition, offset_, position, positioned, gap_since is not null
            from journal_inbox join unnest(?::text[], ?::int[]) wanted (topic, partition) using (topic, partition)
            where consumer = ?""";
    private static final String LOCK = READ + " order by topic, partition for update of journal_inbox";
    private static final String PARKED = """
            select distinct topic, partition, stream_id
            from journal_parked join unnest(?::text[], ?::int[]) wanted (topic, partition) using (topic, partition)
            where consumer = ?""";
    private static final String ADD = """
            insert into journal_inbox (topic, partition, consumer, offset_, position)
            select topic, partition, ?, 0, 0 from unnest(?::text[], ?::int[]) wanted (topic, partition)
            on conflict do nothing""";
    private static final String WRITE = """
            update journal_inbox set offset_ = moved.offset_, position = moved.position, positioned = moved.positioned,
                gap_since = case when moved.gap then coalesce(gap_since, clock_timestamp()) end
            from unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::boolean[], ?::boolean[])
                moved (topic, partition, offset_, position, positioned, gap)
            where journal_inbox.topic = moved.topic and journal_inbox.partition = moved.partition and consumer = ?""";

    /** Where the consumer stands in each of {@code partitions}, at the beginning if it has not read one yet. */
    Map<TopicPartition, Bookmark> read(Connection connection, Set<TopicPartition> partitions) throws SQLException {
        var bookmarks = read(connection, partitions, READ);
        partitions.forEach(partition -> bookmarks.putIfAbsent(partition, new Bookmark(0, 0, true, false, Set.of())));
        return bookmarks;
    }

    /**
     * Locks the rows until the end of the transaction, which is under {@link Limits} from here on. What is parked is read
     * behind the lock, so it can't change.
     */
    Map<TopicPartition, Bookmark> lock(Connection connection, Set<TopicPartition> partitions) throws SQLException {
        Limits.set(connection);
        var found = read(connection, partitions, LOCK);
        if (found.size() == partitions.size()) {
            return found;
        }
        try (var insert = connection.prepareStatement(ADD)) {
            insert.setString(1, consumer);
            bind(insert, 2, partitions);
            insert.executeUpdate();
        }
        return read(connection, partitions, LOCK);
    }

    private Map<TopicPartition, Bookmark> read(Connection connection, Set<TopicPartition> partitions, String sql)
            throws SQLException {
        var bookmarks = new HashMap<TopicPartition, Bookmark>();
        try (var select = connection.prepareStatement(sql)) {
            select.setString(bind(select, 1, partitions), consumer);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    bookmarks.put(
                            new TopicPartition(row.getString(1), row.getInt(2)),
                            new Bookmark(
                                    row.getLong(3), row.getLong(4), row.getBoolean(5), row.getBoolean(6), Set.of()));
                }
            }
        }
        parked(connection, partitions)
                .forEach((partition, streams) ->
                        bookmarks.computeIfPresent(partition, (_, bookmark) -> bookmark.having(streams)));
        return bookmarks;
    }

    private Map<TopicPartition, Set<String>> parked(Connection connection, Set<TopicPartition> partitions)
            throws SQLException {
        var parked = new HashMap<TopicPartition, Set<String>>();
        try (var select = connection.prepareStatement(PARKED)) {
            select.setString(bind(select, 1, partitions), consumer);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    parked.computeIfAbsent(new TopicPartition(row.getString(1), row.getInt(2)), _ -> new HashSet<>())
                            .add(row.getString(3));
                }
            }
        }
        return parked;
    }

    void write(Connection connection, Map<TopicPartition, Selection> selections) throws SQLException {
        var after = selections.values().stream().map(Selection::after).toList();
        try (var update = connection.prepareStatement(WRITE)) {
            var at = bind(update, 1, selections.keySet());
            at = array(update, at, "int8", after.stream().map(Bookmark::offset).toArray());
            at = array(
                    update, at, "int8", after.stream().map(Bookmark::position).toArray());
            at = array(
                    update, at, "bool", after.stream().map(Bookmark::positioned).toArray());
            at = array(update, at, "bool", after.stream().map(Bookmark::gap).toArray());
            update.setString(at, consumer);
            update.executeUpdate();
        }
    }

    Map<TopicPartition, Long> offsets(Connection connection, Collection<TopicPartition> partitions)
            throws SQLException {
        var offsets = new HashMap<TopicPartition, Long>();
        read(connection, Set.copyOf(partitions), READ)
                .forEach((partition, bookmark) -> offsets.put(partition, bookmark.offset()));
        return offsets;
    }

    /** The partitions as two arrays, in the collection's order; returns the next parameter's number. */
    private static int bind(PreparedStatement statement, int from, Collection<TopicPartition> partitions)
            throws SQLException {
        var at = array(
                statement,
                from,
                "text",
                partitions.stream().map(TopicPartition::topic).toArray());
        return array(
                statement,
                at,
                "int4",
                partitions.stream().map(TopicPartition::partition).toArray());
    }

    private static int array(PreparedStatement statement, int at, String type, Object[] values) throws SQLException {
        statement.setArray(at, Objects.requireNonNull(statement.getConnection().createArrayOf(type, values)));
        return at + 1;
    }
}
