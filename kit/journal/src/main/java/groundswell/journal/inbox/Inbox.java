package groundswell.journal.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Applies every event of a topic exactly once, in order per partition: the effects of what one poll brought and the
 * positions reached are stored in one transaction, and the consumer group's offsets are never asked.
 *
 * <p>A batch that fails is tried partition by partition, then record by record. A record that fails alone is parked, and its stream behind it; the
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
    private final Set<String> topics = ConcurrentHashMap.newKeySet();

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
        var poll = new TreeMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>(InboxTable.ORDER);
        records.partitions().forEach(partition -> poll.put(partition, records.records(partition)));
        poll.keySet().forEach(partition -> topics.add(partition.topic()));
        if (poll.isEmpty()) {
            return;
        }
        var failure = attempt(poll, policy);
        if (failure == null) {
            return;
        }
        LOG.warnf(
                "%s: a batch of %s failed and is repeated in smaller parts: %s",
                consumer, poll.keySet(), Failures.describe(failure));
        poll.forEach((partition, batch) -> {
            if (poll.size() == 1 || attempt(Map.of(partition, batch), policy) != null) {
                batch.forEach(record -> deliverAlone(partition, record));
            }
        });
    }

    private void deliverAlone(TopicPartition partition, ConsumerRecord<String, byte[]> record) {
        var alone = Map.of(partition, List.of(record));
        var failure = attempt(alone, policy);
        if (failure != null) {
            var error = Failures.describe(failure);
            LOG.errorf(
                    "%s: the record at %s offset %d is parked, and its stream behind it: %s",
                    consumer, partition, record.offset(), error);
            var stillFailing = attempt(alone, new ParkAside(parked, error));
            if (stillFailing != null) {
                throw new IllegalStateException("A record of " + partition + " could not even be parked", stillFailing);
            }
        }
    }

    /** Null once it is done; what passes by itself is waited for, any other failure is returned. */
    private <Q> @Nullable Exception attempt(
            Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records, BatchPolicy<Q> how) {
        for (var tries = 1; ; tries++) {
            try {
                apply(records, how);
                patience.over();
                return null;
            } catch (SQLException | RuntimeException e) {
                records.keySet().forEach(bookmarks::remove);
                if (!Failures.pass(e)) {
                    return e;
                }
                patience.wait(tries, e);
            }
        }
    }

    private <Q> void apply(Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records, BatchPolicy<Q> how)
            throws SQLException {
        var expected = bookmarks(records.keySet());
        while (true) {
            var selections = new LinkedHashMap<TopicPartition, Selection>();
            var fresh = new ArrayList<Delivery>();
            for (var batch : records.entrySet()) {
                var selection = Selection.of(batch.getValue(), Objects.requireNonNull(expected.get(batch.getKey())));
                selections.put(batch.getKey(), selection);
                fresh.addAll(selection.fresh());
            }
            var prepared = fresh.isEmpty() ? null : Objects.requireNonNull(how.prepare(fresh));
            try (var connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                var moved = tryApply(connection, expected, selections, how, prepared);
                if (moved.isEmpty()) {
                    return;
                }
                expected = moved.get();
            }
        }
    }

    /** Empty once committed; the present bookmarks if someone else has moved one, so that all must be chosen anew. */
    private <Q> Optional<Map<TopicPartition, Bookmark>> tryApply(
            Connection connection,
            Map<TopicPartition, Bookmark> expected,
            Map<TopicPartition, Selection> selections,
            BatchPolicy<Q> how,
            @Nullable Q prepared)
            throws SQLException {
        try {
            var present = table.lock(connection, selections.keySet());
            if (!present.equals(expected)) {
                connection.rollback();
                return Optional.of(present);
            }
            var transaction = new OpenTransaction(connection);
            if (prepared != null) {
                how.apply(prepared, transaction);
            }
            for (var selection : selections.values()) {
                for (var behind : selection.aside()) {
                    parked.insert(connection, behind, "behind a parked record");
                }
            }
            table.write(connection, selections);
            connection.commit();
            selections.forEach((partition, selection) ->
                    remember(partition, Objects.requireNonNull(present.get(partition)), selection.after()));
            transaction.committed();
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            rollBack(connection);
            throw e;
        }
    }

    private Map<TopicPartition, Bookmark> bookmarks(Set<TopicPartition> partitions) throws SQLException {
        var known = new HashMap<>(bookmarks);
        known.keySet().retainAll(partitions);
        if (known.size() == partitions.size()) {
            return known;
        }
        try (var connection = dataSource.getConnection()) {
            return table.read(connection, partitions);
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
        partitions.forEach(partition -> topics.add(partition.topic()));
        try (var connection = dataSource.getConnection()) {
            return table.offsets(connection, partitions);
        }
    }

    /** What this replica has been given to read so far, whether or not a record has come. */
    public Set<String> topics() {
        return Set.copyOf(topics);
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
