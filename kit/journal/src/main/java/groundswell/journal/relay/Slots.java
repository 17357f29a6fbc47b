package groundswell.journal.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** The slots this replica holds: renewed, taken and given back so that every replica has its share. */
final class Slots {
    private final TreeMap<Integer, Slot> held = new TreeMap<>();
    private final Leases leases;
    private final Checkpoints checkpoints;
    private final TopicComparison comparison;
    private final SlotGuard guard;

    Slots(RelaySettings settings, Checkpoints checkpoints, SlotGuard guard) {
        this.leases = new Leases(settings);
        this.comparison = new TopicComparison(settings);
        this.checkpoints = checkpoints;
        this.guard = guard;
    }

    List<Slot> ready() {
        return held.values().stream().filter(Slot::ready).toList();
    }

    Collection<Slot> all() {
        return held.values();
    }

    boolean quiet() {
        return held.values().stream().allMatch(Slot::quiet);
    }

    /** One round of keeping and taking. True if a slot was lost with events under way: its producer must go. */
    boolean round(Connection connection) throws SQLException {
        var share = leases.share(connection);
        var kept = leases.renew(connection, held.values());
        var lost = held.values().stream()
                .filter(slot -> !kept.contains(slot.partition))
                .toList();
        lost.forEach(slot -> held.remove(slot.partition));
        held.values().stream().skip(share).forEach(slot -> slot.leaving = true);
        releaseLeaving(connection);
        if (held.size() < share) {
            for (var lease : leases.take(connection, held.values(), share - held.size())) {
                held.put(lease.partition(), new Slot(lease));
            }
        }
        return lost.stream().anyMatch(slot -> !slot.quiet());
    }

    /** Compares what has been taken with the topic; only then may it be relayed. */
    void compare(Connection connection) throws SQLException {
        var fresh = held.values().stream().filter(slot -> !slot.compared).toList();
        var verdicts = comparison.compare(
                connection,
                fresh.stream()
                        .map(slot -> new Lease(slot.partition, slot.fence, slot.checkpointed))
                        .toList());
        for (var slot : fresh) {
            switch (Objects.requireNonNull(verdicts.get(slot.partition))) {
                case Verdict.GoOnAfter on -> {
                    slot.startAfter(on.position());
                    slot.compared = true;
                    checkpoints.refuse(connection, slot, null);
                    guard.allow(slot.partition);
                }
                case Verdict.Refuse refuse -> {
                    checkpoints.refuse(connection, slot, refuse.sentence());
                    guard.refuse(slot.partition, refuse.sentence());
                }
            }
        }
    }

    /** Nanoseconds; see {@link Slot#waitingAt}. To be asked once a round. */
    long longestWait() {
        var now = System.nanoTime();
        return held.values().stream()
                .mapToLong(slot -> slot.waitingAt(now))
                .max()
                .orElse(0);
    }

    void lost(int partition) {
        held.remove(partition);
    }

    void releaseLeaving(Connection connection) throws SQLException {
        var done = held.values().stream()
                .filter(slot -> slot.leaving && slot.quiet() && slot.acked() == slot.checkpointed)
                .toList();
        if (!done.isEmpty()) {
            leases.release(connection, done);
            done.forEach(slot -> held.remove(slot.partition));
        }
    }

    void releaseAll(Connection connection) throws SQLException {
        leases.release(connection, held.values());
        leases.leave(connection);
        held.clear();
    }

    void forget() {
        held.clear();
    }
}
