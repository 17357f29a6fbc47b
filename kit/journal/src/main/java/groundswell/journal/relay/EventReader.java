package groundswell.journal.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads the journal in positions, each question a walk along the primary key. */
final class EventReader {
    /**
     * At most so many events, and none behind the one that reaches so many bytes: the driver holds a whole answer in
     * memory. A size is known without reading what is stored out of line, so events that are left out cost little.
     */
    static final String NEXT = """
        select position, stream_id, version, event_id, type, data, meta, occurred_at from (
            select *, sum(octet_length(data)) over (order by position rows unbounded preceding) - octet_length(data) before
            from (select position, stream_id, version, event_id, type, data, meta, occurred_at from journal_event
                  where topic = ? and partition = ? and position > ? order by position limit ?) next) sized
        where before < ? order by position\
        """;

    /** Last position of many slots at once: {@code limit 1} keeps the planner from anything but one probe per slot. */
    static final String LAST = """
        select slot.partition, last.position from unnest(?::int[]) slot(partition)
        cross join lateral (select e.position from journal_event e where e.topic = ? and e.partition = slot.partition
                            order by e.position desc limit 1) last\
        """;

    /** Bytes of one batch that are held in memory, roughly. */
    static final long BATCH_BYTES = 8 << 20;

    private final RelaySettings settings;
    private final CloudEvent form;

    EventReader(RelaySettings settings) {
        this.settings = settings;
        this.form = new CloudEvent(settings);
    }

    /** For a connection that is kept: one plan fits every slot, and each made anew costs more than the reading. */
    static void planOnce(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
        }
    }

    /** What follows {@code position}: at least one event, if there is one. */
    Batch read(Connection connection, int partition, long position) throws SQLException {
        try (var select = connection.prepareStatement(NEXT)) {
            select.setString(1, settings.topic());
            select.setInt(2, partition);
            select.setLong(3, position);
            select.setInt(4, settings.batch());
            select.setLong(5, BATCH_BYTES);
            var events = new ArrayList<Batch.Event>();
            var bytes = 0L;
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var record = form.of(partition, row);
                    bytes += Sender.size(record);
                    events.add(new Batch.Event(row.getLong(1), record));
                }
            }
            return new Batch(partition, position, events, events.size() == settings.batch() || bytes >= BATCH_BYTES);
        }
    }

    Map<Integer, Long> last(Connection connection, Collection<Slot> slots) throws SQLException {
        try (var select = connection.prepareStatement(LAST)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "int4", slots.stream().map(slot -> slot.partition).toArray()));
            select.setString(2, settings.topic());
            var last = new HashMap<Integer, Long>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    last.put(rows.getInt(1), rows.getLong(2));
                }
            }
            return last;
        }
    }
}
