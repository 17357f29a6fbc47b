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

    /** Offsets to be read, {@code end} excluded. */
    private record Window(long beginning, long from, long end) {
        static Window last(long beginning, long end) {
            return new Window(beginning, Math.max(beginning, end - 1), end);
        }

        Window before() {
            return new Window(beginning, Math.max(beginning, from - 10 * (end - from)), from);
        }

        boolean isEmpty() {
            return end <= beginning;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(3);

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

    /** Looks at the last record of each partition, and further back where that one is a stranger's. */
    private Map<Integer, Last> lastOnTopic(List<Integer> slots) {
        var found = new HashMap<Integer, Last>();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(new ClientSettings(settings).consumer())) {
            var windows = new HashMap<TopicPartition, Window>();
            var partitions = slots.stream()
                    .map(slot -> new TopicPartition(settings.topic(), slot))
                    .toList();
            var beginnings = consumer.beginningOffsets(partitions);
            consumer.endOffsets(partitions)
                    .forEach((partition, end) ->
                            windows.put(partition, Window.last(beginnings.getOrDefault(partition, 0L), end)));
            windows.values().removeIf(Window::isEmpty);
            while (!windows.isEmpty()) {
                read(consumer, windows, found);
                windows.keySet().removeIf(partition -> found.containsKey(partition.partition()));
                windows.replaceAll((_, window) -> window.before());
                windows.values().removeIf(Window::isEmpty);
            }
        }
        return found;
    }

    private static void read(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Window> windows, Map<Integer, Last> found) {
        consumer.assign(windows.keySet());
        windows.forEach((partition, window) -> consumer.seek(partition, window.from()));
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (windows.entrySet().stream()
                .anyMatch(window ->
                        consumer.position(window.getKey()) < window.getValue().end())) {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                var window = windows.get(new TopicPartition(record.topic(), record.partition()));
                if (window != null && record.offset() < window.end()) {
                    ours(record).ifPresent(last -> found.put(record.partition(), last));
                }
            }
            if (System.nanoTime() > giveUp) {
                throw new TimeoutException("the topic's last records could not be read in time");
            }
        }
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
