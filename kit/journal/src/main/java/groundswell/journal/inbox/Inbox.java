package groundswell.journal.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Applies every event of a topic exactly once, in order per partition: the effects of a batch and the position reached
 * are stored in one transaction, and the consumer group's offsets are never asked.
 *
 * <p>A batch that fails is tried record by record. A record that fails alone is parked, and its stream behind it; the
 * partition goes on. What is the database's fault, or says {@link NotYet}, is waited for.
 *
 * @param <P> what the policy prepares outside the transaction
 */
public final class Inbox<P> implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final String consumer;
    private final DataSource dataSource;
    private final BatchPolicy<P> policy;
    private final InboxTable table;
    private final ParkedTable parked;
    private final Patience patience;
    private final Map<TopicPartition, Bookmark> bookmarks = new ConcurrentHashMap<>();

    /** @param consumer names the reader of positions; the same in every replica, and for ever */
    public Inbox(String consumer, DataSource dataSource, BatchPolicy<P> policy, InboxSettings settings) {
        this.consumer = consumer;
        this.dataSource = dataSource;
        this.policy = policy;
        this.table = new InboxTable(consumer);
        this.parked = new ParkedTable(consumer);
        this.patience = new Patience(consumer, settings);
    }

    /**
     * Applies what is new of these records. Blocks while the database is away or a key is missing.
     *
     * @throws InboxClosed when closed meanwhile; nothing is lost
     */
    public void accept(ConsumerRecords<String, byte[]> records) {
        for (var partition : records.partitions()) {
            deliver(partition, records.records(partition));
        }
    }

    private void deliver(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        var failure = attempt(partition, records, policy);
        if (failure != null) {
            LOG.warnf(
                    "%s: a batch of %s failed and is repeated record by record: %s",
                    consumer, partition, Failures.describe(failure));
            for (var record : records) {
                deliverAlone(partition, List.of(record));
            }
        }
    }

    private void deliverAlone(TopicPartition partition, List<ConsumerRecord<String, byte[]>> record) {
        var failure = attempt(partition, record, policy);
        if (failure != null) {
            var error = Failures.describe(failure);
            LOG.errorf(
                    "%s: the record at %s offset %d is parked, and its stream behind it: %s",
                    consumer, partition, record.getFirst().offset(), error);
            var stillFailing = attempt(partition, record, new ParkAside(parked, error));
            if (stillFailing != null) {
                throw new IllegalStateException("A record of " + partition + " could not even be parked", stillFailing);
            }
        }
    }

    /** Null once it is done; what passes by itself is waited for, any other failure is returned. */
    private <Q> @Nullable Exception attempt(
            TopicPartition partition, List<ConsumerRecord<String, byte[]>> records, BatchPolicy<Q> how) {
        for (var tries = 1; ; tries++) {
            try {
                apply(partition, records, how);
                patience.over();
                return null;
            } catch (SQLException | RuntimeException e) {
                bookmarks.remove(partition);
                if (!Failures.pass(e)) {
                    return e;
                }
                patience.wait(tries, e);
            }
        }
    }

    private <Q> void apply(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records, BatchPolicy<Q> how)
            throws SQLException {
        var bookmark = bookmark(partition);
        while (true) {
            var selection = Selection.of(records, bookmark);
            var prepared = selection.fresh().isEmpty() ? null : Objects.requireNonNull(how.prepare(selection.fresh()));
            try (var connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                var moved = tryApply(connection, partition, bookmark, selection, how, prepared);
                if (moved.isEmpty()) {
                    return;
                }
                bookmark = moved.get();
            }
        }
    }

    /** Empty once committed; the present bookmark if someone else has moved it, so that all must be chosen anew. */
    private <Q> Optional<Bookmark> tryApply(
            Connection connection,
            TopicPartition partition,
            Bookmark expected,
            Selection selection,
            BatchPolicy<Q> how,
            @Nullable Q prepared)
            throws SQLException {
        try {
            var present = table.lock(connection, partition);
            if (!present.equals(expected)) {
                connection.rollback();
                return Optional.of(present);
            }
            var transaction = new OpenTransaction(connection);
            if (prepared != null) {
                how.apply(prepared, transaction);
            }
            for (var behind : selection.aside()) {
                parked.insert(connection, behind, "behind a parked record");
            }
            table.write(connection, partition, selection.after());
            connection.commit();
            remember(partition, expected, selection.after());
            transaction.committed();
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            rollBack(connection);
            throw e;
        }
    }

    private Bookmark bookmark(TopicPartition partition) throws SQLException {
        var known = bookmarks.get(partition);
        if (known != null) {
            return known;
        }
        try (var connection = dataSource.getConnection()) {
            return table.read(connection, partition);
        }
    }

    private void remember(TopicPartition partition, Bookmark before, Bookmark after) {
        bookmarks.put(partition, after);
        if (after.gap() && !before.gap()) {
            LOG.warnf(
                    "%s: %s has a later position than %d, which should come next; the relay will send it again",
                    consumer, partition, after.position() + 1);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debugf("The connection is gone: SQLSTATE %s", e.getSQLState());
        }
    }

    /** Where to go on reading, for those of {@code partitions} that were read before; the others start at the beginning. */
    public Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions) throws SQLException {
        partitions.forEach(bookmarks::remove);
        try (var connection = dataSource.getConnection()) {
            return table.offsets(connection, partitions);
        }
    }

    /** Partitions in which a later position was seen while the next one is missing; 0 when all is well. */
    public long openGaps() {
        return bookmarks.values().stream().filter(Bookmark::gap).count();
    }

    /** Why and since when a batch is being tried again. */
    public Optional<Waiting> waiting() {
        return patience.waiting();
    }

    /** Parked records, to be listed, retried and dropped. */
    public Parked<P> parked() {
        return new Parked<>(consumer, dataSource, policy);
    }

    @Override
    public void close() {
        patience.end();
    }
}
