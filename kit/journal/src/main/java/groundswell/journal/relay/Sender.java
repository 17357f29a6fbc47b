package groundswell.journal.relay;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One life of the idempotent producer. Idempotence alone does not prevent holes: after a record that fails, later ones
 * may still be written. So the first failure ends this life; nothing is flushed, and the next one starts again behind
 * the last position acknowledged without a gap.
 */
final class Sender implements AutoCloseable {
    /** Bytes on their way at which reading pauses; half of the producer's buffer, so sending never blocks. */
    static final long MOST_IN_FLIGHT = 32 << 20;

    private final Producer<byte[], byte[]> producer;
    private final Runnable wakeUp;
    private final AtomicLong inFlight = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Sender(Producer<byte[], byte[]> producer, Runnable wakeUp) {
        this.producer = producer;
        this.wakeUp = wakeUp;
    }

    /** What a record counts for among the bytes in flight. */
    static int size(ProducerRecord<byte[], byte[]> record) {
        return record.value().length + 512;
    }

    void send(Slot slot, long position, ProducerRecord<byte[], byte[]> record) {
        var size = size(record);
        inFlight.addAndGet(size);
        slot.sent(position);
        producer.send(record, (_, problem) -> answered(slot, position, size, problem));
    }

    private void answered(Slot slot, long position, int size, @Nullable Exception problem) {
        var left = inFlight.addAndGet(-size);
        if (problem != null) {
            fail(problem);
        } else if (failure.get() == null && !slot.acknowledge(position)) {
            fail(new IllegalStateException("position " + position + " was acknowledged before an earlier one"));
        }
        if (slot.quiet() || (left < MOST_IN_FLIGHT / 2 && left + size >= MOST_IN_FLIGHT / 2)) {
            wakeUp.run();
        }
    }

    private void fail(Exception problem) {
        if (failure.compareAndSet(null, problem)) {
            wakeUp.run();
        }
    }

    @Nullable
    Exception failure() {
        return failure.get();
    }

    boolean hasRoom() {
        return inFlight.get() < MOST_IN_FLIGHT;
    }

    /** At once, without flushing: what is under way is forgotten here and sent again by the next life. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
