package groundswell.journal.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a consumer is behind in one partition.
 *
 * @param position last applied
 * @param records on the topic and not yet read
 * @param gapSince a later position was seen then, and the next one is still missing
 */
public record PartitionLag(
        String topic,
        int partition,
        long position,
        long records,
        @Nullable Instant gapSince) {}
