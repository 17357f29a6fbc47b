package groundswell.routing.triage;

import groundswell.routing.http.Refused;
import groundswell.routing.triage.TriageQuery.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of the lane ended; opaque to callers, and stable while tickets come and go. */
record Cursor(String openedAt, UUID ticketId) {
    static final Cursor START = new Cursor("-infinity", new UUID(0, 0));

    static Cursor after(Waiting last) {
        return new Cursor(last.openedAt().toString(), last.ticketId());
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((openedAt + " " + ticketId).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor of(@Nullable String text) {
        if (text == null || text.isEmpty()) return START;
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            var openedAt = Instant.parse(parts[0]).atOffset(ZoneOffset.UTC);
            if (openedAt.getYear() < 1 || openedAt.getYear() > 9999) throw unknown();
            return new Cursor(openedAt.toInstant().toString(), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refused.field("after", "must be the next of an earlier answer");
    }
}
