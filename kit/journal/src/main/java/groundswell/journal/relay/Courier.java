package groundswell.journal.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * Carries events from the journal to the topic: reads a batch, hands it to the producer without waiting, reads the next
 * slot's while that is under way, and writes checkpoints for what has been acknowledged.
 */
final class Courier {
    private static final long BETWEEN_CHECKPOINTS = 20_000_000;

    private final EventReader reader;
    private final ReadAhead ahead;
    private final Checkpoints checkpoints;
    private final RelayHooks hooks;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Runnable wakeUp;
    private final LongAdder relayed = new LongAdder();
    private @Nullable Sender sender;
    private long lastCheckpoint = System.nanoTime();

    Courier(
            DataSource dataSource,
            RelaySettings settings,
            Checkpoints checkpoints,
            RelayHooks hooks,
            Supplier<Producer<byte[], byte[]>> producers,
            Runnable wakeUp) {
        this.reader = new EventReader(settings);
        this.ahead = new ReadAhead(dataSource, reader, settings.topic());
        this.checkpoints = checkpoints;
        this.hooks = hooks;
        this.producers = producers;
        this.wakeUp = wakeUp;
    }

    /** Looks which slots have something to send. */
    void look(Connection connection, Collection<Slot> slots) throws SQLException {
        var last = reader.last(connection, slots);
        for (var slot : slots) {
            slot.dirty |= last.getOrDefault(slot.partition, 0L) > slot.sent();
        }
    }

    /** Sends one batch of every slot that has something; true if there is more and room for it. */
    boolean send(Connection connection, List<Slot> slots) throws SQLException {
        for (var i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            if (slot.dirty) {
                var to = sender();
                if (!to.hasRoom() || to.failure() != null) {
                    return false;
                }
                var batch = next(connection, slot);
                slot.dirty = batch.more();
                readAhead(slots, i, batch.last());
                send(slot, to, batch);
            }
        }
        return slots.stream().anyMatch(slot -> slot.dirty);
    }

    private Batch next(Connection connection, Slot slot) throws SQLException {
        var read = ahead.take(slot.partition, slot.sent());
        return read.isPresent() ? read.get() : reader.read(connection, slot.partition, slot.sent());
    }

    /** Starts reading what will be sent after slot {@code i}: the next slot that has something, in a round. */
    private void readAhead(List<Slot> slots, int i, long lastOfThis) {
        for (var step = 1; step <= slots.size(); step++) {
            var next = slots.get((i + step) % slots.size());
            if (next.dirty) {
                ahead.start(next.partition, step == slots.size() ? lastOfThis : next.sent());
                return;
            }
        }
    }

    private void send(Slot slot, Sender to, Batch batch) {
        for (var event : batch.events()) {
            var position = event.position();
            if (position != slot.sent() + 1) {
                throw new IllegalStateException("the journal has no position " + (slot.sent() + 1) + " in slot "
                        + slot.partition + ", but has " + position);
            }
            if (to.failure() != null) {
                slot.dirty = true;
                return;
            }
            hooks.beforeSend(slot.partition, position);
            to.send(slot, position, event.record());
            hooks.afterSend(slot.partition, position);
        }
    }

    private Sender sender() {
        var present = sender;
        if (present == null) {
            present = new Sender(producers.get(), wakeUp);
            sender = present;
        }
        return present;
    }

    @Nullable
    Exception failure() {
        return sender == null ? null : sender.failure();
    }

    /** Ends the producer's life; what was not acknowledged without a gap will be sent again. */
    void abandon(Collection<Slot> slots) {
        if (sender != null) {
            sender.close();
            sender = null;
        }
        slots.forEach(Slot::goBackToAcked);
    }

    /** Nanoseconds until the next checkpoint may be written; negative if there is nothing to write. */
    long untilCheckpoint(Collection<Slot> slots) {
        return slots.stream().anyMatch(slot -> slot.acked() > slot.checkpointed)
                ? Math.max(0, BETWEEN_CHECKPOINTS - (System.nanoTime() - lastCheckpoint))
                : -1;
    }

    /** Writes what has been acknowledged; returns the slots that turned out to have another owner. */
    Collection<Slot> checkpoint(Connection connection, Collection<Slot> slots) throws SQLException {
        var moved =
                slots.stream().filter(slot -> slot.acked() > slot.checkpointed).toList();
        if (moved.isEmpty()) {
            return moved;
        }
        var positions = moved.stream().mapToLong(Slot::acked).toArray();
        for (var i = 0; i < positions.length; i++) {
            hooks.afterAck(moved.get(i).partition, positions[i]);
        }
        var written = checkpoints.write(connection, moved, positions);
        lastCheckpoint = System.nanoTime();
        for (var i = 0; i < positions.length; i++) {
            var slot = moved.get(i);
            if (written.contains(slot.partition)) {
                relayed.add(positions[i] - slot.checkpointed);
                slot.checkpointed = positions[i];
                hooks.afterCheckpoint(slot.partition, positions[i]);
            }
        }
        return moved.stream().filter(slot -> !written.contains(slot.partition)).toList();
    }

    long relayed() {
        return relayed.sum();
    }

    /** At once, for good. */
    void close() {
        abandon(List.of());
        ahead.close();
    }
}
