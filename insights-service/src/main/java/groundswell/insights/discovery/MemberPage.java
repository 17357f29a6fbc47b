package groundswell.insights.discovery;

import groundswell.insights.InsightsRefused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of a discovery's tickets, the most typical first.
 *
 * @param next where the others begin; null where there are none
 */
record MemberPage(List<UUID> tickets, @Nullable After next) {
    /** The last ticket of a page: where it stood then, whatever is grouped meanwhile. Its text is nobody's business but ours. */
    record After(double typicality, UUID ticketId) {
        static final After NOTHING = new After(Double.POSITIVE_INFINITY, new UUID(0, 0));

        static After parse(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return NOTHING;
            }
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
                if (parts.length == 2) {
                    return new After(Double.parseDouble(parts[0]), UUID.fromString(parts[1]));
                }
            } catch (IllegalArgumentException _) {
                // refused below, whatever was wrong with it
            }
            throw new InsightsRefused(
                    InsightsRefused.Reason.UNREADABLE_CURSOR,
                    "Take after from the next of the page before, or leave it out.");
        }

        @Override
        public String toString() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((typicality + " " + ticketId).getBytes(StandardCharsets.UTF_8));
        }
    }
}
