package groundswell.journal.relay;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Consecutive events of one slot, ready to be sent.
 *
 * @param after the position before the first
 * @param more whether there may be others behind
 */
record Batch(int partition, long after, List<Event> events, boolean more) {
    record Event(long position, ProducerRecord<byte[], byte[]> record) {}

    long last() {
        return events.isEmpty() ? after : events.getLast().position();
    }
}
