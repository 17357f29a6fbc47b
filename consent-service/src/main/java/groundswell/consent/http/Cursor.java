package groundswell.consent.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended that shows the newest change first; opaque to callers, and stable while others change.
 *
 * @param id tells apart what changed at the same moment
 */
public record Cursor(Instant at, String id) {
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "\n" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @return null for null: from the beginning */
    public static @Nullable Cursor of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
            return new Cursor(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.invalid("after", "must be the next of an earlier answer");
        }
    }
}
