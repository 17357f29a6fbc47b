package groundswell.journal.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import groundswell.journal.Cause;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record's CloudEvents headers. Nothing here throws: what a stranger wrote badly gets a stand-in, and the policy
 * decides, or the inbox parks it.
 */
final class Deliveries {
    /** The dense position, or -1 where the record has none. */
    static long position(ConsumerRecord<?, ?> record) {
        return number(text(record.headers(), "ce_position"));
    }

    static Delivery of(ConsumerRecord<String, byte[]> record, long position) {
        var headers = record.headers();
        var key = Objects.requireNonNullElse(record.key(), "").replace('\0', '\uFFFD');
        var correlation = text(headers, "ce_correlationid");
        var eventId = id(record, text(headers, "ce_id"));
        return new Delivery(
                record.topic(),
                record.partition(),
                record.offset(),
                position,
                key,
                Objects.requireNonNullElse(text(headers, "ce_subject"), key),
                eventId,
                Objects.requireNonNullElse(text(headers, "ce_type"), ""),
                Math.max(0, number(text(headers, "ce_version"))),
                time(record, text(headers, "ce_time")),
                new Cause(
                        Objects.requireNonNullElse(text(headers, "ce_actor"), "unknown"),
                        correlation == null ? eventId.toString() : correlation,
                        text(headers, "ce_causationid"),
                        text(headers, "traceparent")),
                Objects.requireNonNullElseGet(record.value(), () -> new byte[0]));
    }

    /** A NUL, for which PostgreSQL's text has no place, is replaced. */
    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), UTF_8).replace('\0', '\uFFFD');
    }

    private static long number(@Nullable String text) {
        try {
            return text == null ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static UUID id(ConsumerRecord<?, ?> record, @Nullable String text) {
        try {
            if (text != null) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(Objects.requireNonNull(text).getBytes(UTF_8)); // any unique text is allowed
        }
        var place = record.topic() + '-' + record.partition() + '@' + record.offset();
        return UUID.nameUUIDFromBytes(place.getBytes(UTF_8));
    }

    private static Instant time(ConsumerRecord<?, ?> record, @Nullable String text) {
        try {
            if (text != null) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            return Instant.ofEpochMilli(record.timestamp());
        }
        return Instant.ofEpochMilli(record.timestamp());
    }

    private Deliveries() {}
}
