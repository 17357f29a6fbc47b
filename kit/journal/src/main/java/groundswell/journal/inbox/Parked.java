package groundswell.journal.inbox;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What a consumer has put aside: a person looks at it, mends the cause, and has the stream applied in order. */
public final class Parked<P> {
    /** One parked record, without its content. */
    public record Entry(
            String topic,
            int partition,
            long offset,
            long position,
            String stream,
            String type,
            String error,
            Instant parkedAt) {}

    /**
     * What became of a retry.
     *
     * @param applied records of the stream that are applied now
     * @param error what the next one failed with; null when none is left
     */
    public record Retried(int applied, @Nullable String error) {}

    private final DataSource dataSource;
    private final BatchPolicy<P> policy;
    private final InboxTable inbox;
    private final ParkedTable table;

    Parked(String consumer, DataSource dataSource, BatchPolicy<P> policy) {
        this.dataSource = dataSource;
        this.policy = policy;
        this.inbox = new InboxTable(consumer);
        this.table = new ParkedTable(consumer);
    }

    /** In the order of the topics, at most {@code limit}. */
    public List<Entry> list(int limit) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        select topic, partition, offset_, position, stream_id, headers ->> 'ce_type', error, parked_at
                        from journal_parked where consumer = ? order by topic, partition, offset_ limit ?""")) {
            select.setString(1, inbox.consumer());
            select.setInt(2, limit);
            var entries = new ArrayList<Entry>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getString(1),
                            rows.getInt(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getTimestamp(8).toInstant()));
                }
            }
            return entries;
        }
    }

    /** Applies a stream's parked records in order, up to the first that still fails. The stream then flows again. */
    public Retried retry(String topic, String stream) throws SQLException {
        for (var applied = 0; ; applied++) {
            var next = first(topic, stream);
            if (next.isEmpty()) {
                return new Retried(applied, null);
            }
            try {
                apply(next.get());
            } catch (SQLException | RuntimeException e) {
                return new Retried(applied, Failures.describe(e));
            }
        }
    }

    /** Forgets one record for good; true if it was there. What is parked behind it stays until it is retried. */
    public boolean drop(String topic, int partition, long offset) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            inbox.lock(connection, Set.of(new TopicPartition(topic, partition)));
            var dropped = table.delete(connection, topic, partition, offset);
            connection.commit();
            return dropped;
        }
    }

    private Optional<Delivery> first(String topic, String stream) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return table.first(connection, topic, stream);
        }
    }

    private void apply(Delivery delivery) throws SQLException {
        var prepared = policy.prepare(List.of(delivery));
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                inbox.lock(connection, Set.of(new TopicPartition(delivery.topic(), delivery.partition())));
                // gone if another retry was faster; then there is nothing left to do
                if (table.delete(connection, delivery.topic(), delivery.partition(), delivery.offset())) {
                    var transaction = new OpenTransaction(connection);
                    policy.apply(prepared, transaction);
                    connection.commit();
                    transaction.committed();
                } else {
                    connection.rollback();
                }
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
