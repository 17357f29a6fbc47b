package groundswell.journal.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database and the topic still tell the same story: the topic's last record must be an event of the
 * journal, at the same position. The topic is read first, so an event appended meanwhile can't look like a stranger.
 */
final class TopicComparison {
    /** A record of the journal as the topic holds it. */
    private record Last(long position, UUID eventId) {}

    private final RelaySettings settings;

    TopicComparison(RelaySettings settings) {
        this.settings = settings;
    }

    Map<Integer, Verdict> compare(Connection connection, Collection<Lease> leases) throws SQLException {
        if (leases.isEmpty()) {
            return Map.of();
        }
        var onTopic = lastOnTopic(leases.stream().map(Lease::partition).toList());
        var verdicts = new HashMap<Integer, Verdict>();
        for (var lease : leases) {
            verdicts.put(lease.partition(), judge(connection, lease, onTopic.get(lease.partition())));
        }
        return verdicts;
    }

    private Verdict judge(Connection connection, Lease lease, @Nullable Last last) throws SQLException {
        if (last == null) {
            return new Verdict.GoOnAfter(0);
        }
        var ours = eventAt(connection, lease.partition(), last.position());
        if (ours.isEmpty()) {
            return new Verdict.Refuse(
                    "Topic %s-%d ends at position %d, but this database's journal ends at %d: it is older than what it has published. Restore a state of PostgreSQL that holds position %d, then start again; until then nothing is appended here."
                            .formatted(
                                    settings.topic(),
                                    lease.partition(),
                                    last.position(),
                                    lastPosition(connection, lease.partition()),
                                    last.position()));
        }
        if (!ours.get().equals(last.eventId())) {
            return new Verdict.Refuse(
                    "Topic %s-%d holds event %s at position %d, but this database's journal holds %s there: the two have parted. Restore the PostgreSQL that published the topic, then start again; until then nothing is appended here."
                            .formatted(
                                    settings.topic(), lease.partition(), last.eventId(), last.position(), ours.get()));
        }
        return new Verdict.GoOnAfter(Math.min(lease.relayed(), last.position()));
    }

    private Optional<UUID> eventAt(Connection connection, int partition, long position) throws SQLException {
        try (var select = connection.prepareStatement(
                "select event_id from journal_event where topic = ? and partition = ? and position = ?")) {
            select.setString(1, settings.topic());
            select.setInt(2, partition);
            select.setLong(3, position);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    private long lastPosition(Connection connection, int partition) throws SQLException {
        try (var select = connection.prepareStatement("""
                select position from journal_event where topic = ? and partition = ? order by position desc limit 1""")) {
            select.setString(1, settings.topic());
            select.setInt(2, partition);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private Map<Integer, Last> lastOnTopic(List<Integer> slots) {
        var partitions = slots.stream()
                .map(slot -> new TopicPartition(settings.topic(), slot))
                .toList();
        var found = new HashMap<Integer, Last>();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(new ClientSettings(settings).consumer())) {
            var beginnings = consumer.beginningOffsets(partitions);
            var ends = consumer.endOffsets(partitions);
            for (var partition : partitions) {
                long beginning = beginnings.getOrDefault(partition, 0L);
                long end = ends.getOrDefault(partition, 0L);
                var window = 1L;
                while (end > beginning && !found.containsKey(partition.partition())) {
                    // anything without our headers is a stranger's record; look further back for one of ours
                    var from = Math.max(beginning, end - window);
                    lastOfOurs(consumer, partition, from, end)
                            .ifPresent(last -> found.put(partition.partition(), last));
                    end = from;
                    window = Math.min(1000, window * 10);
                }
            }
        }
        return found;
    }

    private Optional<Last> lastOfOurs(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        Optional<Last> last = Optional.empty();
        var giveUp = System.nanoTime() + settings.lease().toNanos() / 3;
        while (consumer.position(partition) < end) {
            for (var record : consumer.poll(Duration.ofMillis(200)).records(partition)) {
                var found = record.offset() < end ? ours(record) : Optional.<Last>empty();
                last = found.isPresent() ? found : last;
            }
            if (System.nanoTime() > giveUp) {
                throw new TimeoutException("the end of " + partition + " could not be read in time");
            }
        }
        return last;
    }

    private static Optional<Last> ours(ConsumerRecord<byte[], byte[]> record) {
        var position = record.headers().lastHeader(CloudEvent.POSITION);
        var id = record.headers().lastHeader(CloudEvent.ID);
        if (position == null || id == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Last(
                    Long.parseLong(new String(position.value(), US_ASCII)),
                    UUID.fromString(new String(id.value(), US_ASCII))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
