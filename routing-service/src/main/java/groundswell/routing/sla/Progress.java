package groundswell.routing.sla;

import groundswell.journal.inbox.PartitionLag;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How far a reader has come in time, partition by partition. Under load it is always some records behind, so the topic's
 * end is noted with the time, and that time is reached once the reader has come to that end, wherever the end is
 * meanwhile.
 */
final class Progress {
    /** A partition's end as it was at an instant. */
    private record Mark(Instant at, long position) {}

    private final Map<Integer, Mark> marks = new HashMap<>();
    private final Map<Integer, Instant> reached = new HashMap<>();

    /** @param now an instant before the lag was measured */
    void note(PartitionLag lag, Instant now) {
        var partition = lag.partition();
        if (lag.records() == 0) {
            reached.put(partition, now);
            marks.remove(partition);
            return;
        }
        var mark = marks.get(partition);
        if (mark != null && lag.position() >= mark.position()) {
            reached.put(partition, mark.at());
            mark = null;
        }
        if (mark == null) marks.put(partition, new Mark(now, lag.position() + lag.records()));
    }

    /** By partition; one that was never read to an end is not there. */
    Map<Integer, Instant> reached() {
        return Map.copyOf(reached);
    }
}
