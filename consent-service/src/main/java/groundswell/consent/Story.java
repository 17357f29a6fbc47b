package groundswell.consent;

import groundswell.journal.seal.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One story as the rules see it. Its context is industry, company size and theme, and nothing else.
 *
 * @param draft what the reviewer compares: original, redacted, removed
 * @param text the approved words; null until a human has checked
 * @param uses where it has been told
 */
public record Story(
        UUID storyId,
        StoryStatus status,
        UUID ticketId,
        @Nullable String theme,
        @Nullable String industry,
        @Nullable String size,
        Sealed draft,
        @Nullable Sealed text,
        List<String> uses,
        Instant changedAt) {
    Story checked(Sealed approved, Instant at) {
        return new Story(storyId, StoryStatus.CHECKED, ticketId, theme, industry, size, draft, approved, uses, at);
    }

    Story now(StoryStatus next, Instant at) {
        return new Story(storyId, next, ticketId, theme, industry, size, draft, text, uses, at);
    }

    Story usedAt(List<String> places, Instant at) {
        return new Story(storyId, status, ticketId, theme, industry, size, draft, text, places, at);
    }
}
