package groundswell.journal.flow;

import groundswell.journal.inbox.Inbox;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** One member of a consumer group: seeks to the inbox's offsets when it gets a partition, and commits none of its own. */
public final class Member implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Inbox<?> inbox;
    private final Thread thread;
    private volatile int assigned;

    public Member(Flow flow, Inbox<?> inbox) {
        this.inbox = inbox;
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                Flow.bootstrap(),
                "group.id",
                "tally-" + flow.topic(),
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "heartbeat.interval.ms",
                100,
                "session.timeout.ms",
                6000,
                "max.poll.records",
                50);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(flow.topic()), new Seeking());
        thread = Thread.ofPlatform().name("member").start(this::run);
    }

    public int assigned() {
        return assigned;
    }

    private void run() {
        try (consumer) {
            while (true) {
                inbox.accept(consumer.poll(Duration.ofMillis(100)));
                assigned = consumer.assignment().size();
            }
        } catch (WakeupException e) {
            // asked to leave
        } finally {
            assigned = 0;
            inbox.close();
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Seeking implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            try {
                var offsets = inbox.offsets(partitions);
                partitions.forEach(partition -> consumer.seek(partition, offsets.getOrDefault(partition, 0L)));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
