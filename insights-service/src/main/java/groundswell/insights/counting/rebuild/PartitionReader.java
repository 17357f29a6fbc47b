package groundswell.insights.counting.rebuild;

import groundswell.journal.inbox.Inbox;
import groundswell.journal.inbox.InboxClosed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One thread that reads some partitions from where the rebuild stands, until it is stopped. */
final class PartitionReader {
    private static final Duration POLL = Duration.ofMillis(100);

    private final String first;
    private final List<TopicPartition> partitions;
    private final Map<String, Inbox<?>> inboxes;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable Throwable failure;

    /**
     * @param first the topic that is read up to its present end before any other
     * @param inboxes by topic
     */
    PartitionReader(
            String first,
            Supplier<Consumer<String, byte[]>> consumers,
            List<TopicPartition> partitions,
            Map<String, Inbox<?>> inboxes) {
        this.first = first;
        this.partitions = partitions;
        this.inboxes = inboxes;
        this.thread =
                Thread.ofPlatform().name("rebuild-" + partitions.getFirst()).start(() -> read(consumers));
    }

    /** Asks for the end; {@link #join} waits for it. */
    void stop() {
        stopped = true;
        inboxes.values().forEach(Inbox::close);
    }

    /** Returns once nothing is written any more. */
    void join() throws InterruptedException {
        thread.join();
    }

    boolean isStopped() {
        return stopped;
    }

    List<TopicPartition> partitions() {
        return partitions;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    private void read(Supplier<Consumer<String, byte[]>> consumers) {
        try (var consumer = consumers.get()) {
            consumer.assign(partitions);
            seek(consumer);
            readFirst(consumer);
            while (!stopped) {
                accept(consumer.poll(POLL));
            }
        } catch (InboxClosed stop) {
            // the batch was not applied
        } catch (Throwable e) { // whatever it is, the rebuild must not wait for this thread
            failure = e;
        }
    }

    private void readFirst(Consumer<String, byte[]> consumer) {
        var others = partitions.stream()
                .filter(partition -> !partition.topic().equals(first))
                .toList();
        var ends = consumer.endOffsets(partitions.stream()
                .filter(partition -> partition.topic().equals(first))
                .toList());
        consumer.pause(others);
        while (!stopped && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            accept(consumer.poll(POLL));
        }
        consumer.resume(others);
    }

    private void seek(Consumer<String, byte[]> consumer) throws SQLException {
        for (var inbox : inboxes.entrySet()) {
            var own = partitions.stream()
                    .filter(partition -> partition.topic().equals(inbox.getKey()))
                    .toList();
            var offsets = inbox.getValue().offsets(own);
            own.forEach(partition -> consumer.seek(partition, offsets.getOrDefault(partition, 0L)));
        }
    }

    private void accept(ConsumerRecords<String, byte[]> records) {
        for (var inbox : inboxes.entrySet()) {
            var own = new HashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
            for (var partition : records.partitions()) {
                if (partition.topic().equals(inbox.getKey())) {
                    own.put(partition, records.records(partition));
                }
            }
            if (!own.isEmpty()) {
                inbox.getValue().accept(new ConsumerRecords<>(own, Map.of()));
            }
        }
    }
}
