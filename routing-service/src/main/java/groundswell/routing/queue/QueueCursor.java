package groundswell.routing.queue;

import groundswell.routing.http.Refused;
import groundswell.routing.queue.QueueRows.Row;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of a queue ended; opaque to callers. A ticket whose time changes meanwhile may be seen twice, or not. */
record QueueCursor(String dueAt, String openedAt, UUID ticketId) {
    static final QueueCursor START = new QueueCursor("-infinity", "-infinity", new UUID(0, 0));

    static QueueCursor after(Row last) {
        var due = last.dueAt() == null ? "infinity" : last.dueAt().toString();
        return new QueueCursor(due, last.openedAt().toString(), last.ticketId());
    }

    String text() {
        var plain = dueAt + " " + openedAt + " " + ticketId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static QueueCursor of(@Nullable String text) {
        if (text == null || text.isEmpty()) return START;
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 3);
            var due = parts[0].equals("infinity") ? parts[0] : moment(parts[0]);
            return new QueueCursor(due, moment(parts[1]), UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Refused.field("after", "must be the next of an earlier answer");
        }
    }

    /** A year that a database cannot hold is no cursor of ours. */
    private static String moment(String text) {
        var at = Instant.parse(text);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-01-01T00:00:00Z")))
            throw new IllegalArgumentException(text);
        return at.toString();
    }
}
