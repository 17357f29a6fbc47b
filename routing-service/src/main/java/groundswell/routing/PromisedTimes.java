package groundswell.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was promised for a ticket, and what became of it. */
public interface PromisedTimes {
    /**
     * One time target.
     *
     * @param cycle counts those of its kind, from 1
     * @param status {@code running}, {@code met}, {@code breached} or {@code cancelled}
     * @param dueAt null while the ticket waits for its customer
     * @param endedAt when it was met, cancelled or breached
     */
    record PromisedTime(
            String target,
            int cycle,
            String status,
            Instant startedAt,
            @Nullable Instant dueAt,
            boolean warned,
            @Nullable Instant endedAt) {}

    /** In the order in which they began; none for an imported ticket. */
    List<PromisedTime> of(UUID ticket);
}
