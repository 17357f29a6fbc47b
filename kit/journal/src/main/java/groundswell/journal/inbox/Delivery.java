package groundswell.journal.inbox;

import groundswell.journal.Cause;
import java.time.Instant;
import java.util.UUID;

/**
 * One event as it came from Kafka.
 *
 * @param key the Kafka key, which is the stream's id up to a {@code /}
 * @param stream the stream's id ({@code ce_subject})
 * @param position dense number within the partition; the offset plus one on topics without positions
 * @param eventId {@code ce_id}, the same in every copy
 * @param type {@code ce_type}, such as {@code groundswell.ticket.opened.v1}
 * @param version the stream's version with this event
 * @param time when it happened
 */
public record Delivery(
        String topic,
        int partition,
        long offset,
        long position,
        String key,
        String stream,
        UUID eventId,
        String type,
        long version,
        Instant time,
        Cause cause,
        byte[] data) {}
