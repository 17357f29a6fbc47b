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
 * @param recalled why it must no longer be told; null while it may
 * @param changedAt when its status last changed
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
        @Nullable RecallReason recalled,
        Instant changedAt) {
    Story checked(Sealed approved, Instant at) {
        return new Story(
                storyId, StoryStatus.CHECKED, ticketId, theme, industry, size, draft, approved, uses, null, at);
    }

    Story released(Instant at) {
        return new Story(storyId, StoryStatus.RELEASED, ticketId, theme, industry, size, draft, text, uses, null, at);
    }

    Story recalled(RecallReason reason, Instant at) {
        return new Story(storyId, StoryStatus.RECALLED, ticketId, theme, industry, size, draft, text, uses, reason, at);
    }

    Story usedAt(List<String> places) {
        return new Story(storyId, status, ticketId, theme, industry, size, draft, text, places, recalled, changedAt);
    }
}
