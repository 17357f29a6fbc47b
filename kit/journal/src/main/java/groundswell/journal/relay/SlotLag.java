package groundswell.journal.relay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a slot's topic is behind its journal.
 *
 * @param events appended and not yet known to be on the topic
 * @param age of the oldest of them
 * @param owner the replica that relays it, if any
 * @param refused why appends are refused
 */
public record SlotLag(
        int partition,
        long events,
        Duration age,
        @Nullable String owner,
        @Nullable String refused) {}
