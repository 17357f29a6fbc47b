package groundswell.journal;

import java.time.Instant;
import java.util.UUID;

/** An event as the journal holds it. */
public record Recorded<E>(
        String stream, long version, long position, UUID eventId, E event, Cause cause, Instant recordedAt) {}
