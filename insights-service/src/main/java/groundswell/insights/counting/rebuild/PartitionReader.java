package groundswell.insights.counting.rebuild;

import groundswell.journal.inbox.Inbox;
import groundswell.journal.inbox.InboxClosed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One thread that reads some partitions from where the rebuild stands, until it is stopped. */
final class PartitionReader {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<String, byte[]> consumer;
    private final Map<String, Inbox<?>> inboxes;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    /** @param inboxes by topic */
    PartitionReader(Consumer<String, byte[]> consumer, List<TopicPartition> partitions, Map<String, Inbox<?>> inboxes) {
        this.consumer = consumer;
        this.inboxes = inboxes;
        this.thread =
                Thread.ofPlatform().name("rebuild-" + partitions.getFirst()).unstarted(() -> read(partitions));
    }

    void start() {
        thread.start();
    }

    /** Returns once nothing is written any more. */
    void stop() throws InterruptedException {
        stopped.set(true);
        inboxes.values().forEach(Inbox::close);
        thread.join();
    }

    boolean isStopped() {
        return stopped.get();
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    private void read(List<TopicPartition> partitions) {
        try (consumer) {
            consumer.assign(partitions);
            seek(partitions);
            while (!stopped.get()) {
                accept(consumer.poll(POLL));
            }
        } catch (InboxClosed stop) {
            // the batch was not applied
        } catch (SQLException | RuntimeException e) {
            failure = e;
        }
    }

    private void seek(List<TopicPartition> partitions) throws SQLException {
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
