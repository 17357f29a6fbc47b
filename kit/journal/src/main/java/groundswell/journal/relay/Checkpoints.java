package groundswell.journal.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes how far each slot is on the topic. One statement for all slots, and only where owner and fence still hold. The
 * commit is not waited for on disk: a checkpoint that a crash forgets is found again by sending a little twice.
 */
final class Checkpoints {
    private final RelaySettings settings;

    Checkpoints(RelaySettings settings) {
        this.settings = settings;
    }

    /** Returns the partitions written; a missing one has another owner by now. */
    Set<Integer> write(Connection connection, Collection<Slot> slots, long[] positions) throws SQLException {
        try (var update = connection.prepareStatement("""
                update journal_relay r set relayed = v.relayed
                from unnest(?::int[], ?::bigint[], ?::bigint[]) v(partition, fence, relayed),
                     (select set_config('synchronous_commit', 'off', true)) quickly
                where r.topic = ? and r.owner = ? and r.partition = v.partition and r.fence = v.fence
                returning r.partition""")) {
            Leases.bind(update, 1, slots);
            var boxed = new Long[positions.length];
            for (int i = 0; i < positions.length; i++) {
                boxed[i] = positions[i];
            }
            update.setArray(3, connection.createArrayOf("int8", boxed));
            update.setString(4, settings.topic());
            update.setString(5, settings.owner());
            var written = new HashSet<Integer>();
            try (var rows = update.executeQuery()) {
                while (rows.next()) {
                    written.add(rows.getInt(1));
                }
            }
            return written;
        }
    }

    void refuse(Connection connection, Slot slot, @Nullable String why) throws SQLException {
        try (var update = connection.prepareStatement("""
                update journal_relay set refused = ?
                where topic = ? and partition = ? and owner = ? and fence = ? and refused is distinct from ?""")) {
            update.setString(1, why);
            update.setString(2, settings.topic());
            update.setInt(3, slot.partition);
            update.setString(4, settings.owner());
            update.setLong(5, slot.fence);
            update.setString(6, why);
            update.executeUpdate();
        }
    }
}
