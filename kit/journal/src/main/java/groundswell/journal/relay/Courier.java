package groundswell.journal.relay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * Carries events from the journal to the topic: reads a batch, hands it to the producer without waiting, reads the next
 * slot's while that is under way, and writes checkpoints for what has been acknowledged.
 */
final class Courier {
    private static final long BETWEEN_CHECKPOINTS = 20_000_000;

    private final EventReader reader;
    private final CloudEvent form;
    private final Checkpoints checkpoints;
    private final RelayHooks hooks;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Runnable wakeUp;
    private final LongAdder relayed = new LongAdder();
    private @Nullable Sender sender;
    private long lastCheckpoint = System.nanoTime();

    Courier(
            RelaySettings settings,
            Checkpoints checkpoints,
            RelayHooks hooks,
            Supplier<Producer<byte[], byte[]>> producers,
            Runnable wakeUp) {
        this.reader = new EventReader(settings);
        this.form = new CloudEvent(settings);
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
    boolean send(Connection connection, Collection<Slot> slots) throws SQLException {
        var more = false;
        for (var slot : slots) {
            if (slot.dirty) {
                var to = sender();
                if (!to.hasRoom() || to.failure() != null) {
                    return false;
                }
                slot.dirty = reader.read(connection, slot.partition, slot.sent(), row -> send(slot, to, row));
                more |= slot.dirty;
            }
        }
        return more;
    }

    private int send(Slot slot, Sender to, ResultSet row) throws SQLException {
        var position = row.getLong(1);
        if (position != slot.sent() + 1) {
            throw new IllegalStateException("the journal has no position " + (slot.sent() + 1) + " in slot "
                    + slot.partition + ", but has " + position);
        }
        if (to.failure() != null) {
            return -1;
        }
        hooks.beforeSend(slot.partition, position);
        var size = to.send(slot, position, form.of(slot.partition, row));
        hooks.afterSend(slot.partition, position);
        return size;
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
}
