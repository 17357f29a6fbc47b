package groundswell.insights.tickets;

import groundswell.insights.InsightsRefused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page of tickets ended. Its text is nobody's business but ours. */
public record Cursor(Instant at, UUID id) {
    static Cursor parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            if (parts.length == 2) {
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (DateTimeException | IllegalArgumentException _) {
            // refused below, whatever was wrong with it
        }
        throw new InsightsRefused(
                InsightsRefused.Reason.UNREADABLE_CURSOR,
                "Take after from the next of the page before, or leave it out.");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }
}
