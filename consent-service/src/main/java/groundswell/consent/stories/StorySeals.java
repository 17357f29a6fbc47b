package groundswell.consent.stories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.JsonEvents;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Story texts rest under the customer's own key, redacted ones too: what erases the customer erases the story. */
@ApplicationScoped
class StorySeals {
    private static final ObjectMapper JSON = JsonEvents.mapper();

    private final Seals seals;

    StorySeals(Seals seals) {
        this.seals = seals;
    }

    Sealed draft(UUID requesterId, UUID requestId, UUID storyId, StoryDraft draft) {
        return seals.seal(requesterId, place(requestId, storyId, "draft"), write(draft));
    }

    Sealed text(UUID requesterId, UUID requestId, UUID storyId, StoryText text) {
        return seals.seal(requesterId, place(requestId, storyId, "text"), write(text));
    }

    /** Empty once the customer has been erased. */
    Optional<StoryDraft> draft(Sealed box, UUID requestId, UUID storyId) {
        return seals.open(box, place(requestId, storyId, "draft")).map(json -> read(json, StoryDraft.class));
    }

    /** Empty once the customer has been erased. */
    Optional<StoryText> text(Sealed box, UUID requestId, UUID storyId) {
        return seals.open(box, place(requestId, storyId, "text")).map(json -> read(json, StoryText.class));
    }

    private static Place place(UUID requestId, UUID storyId, String field) {
        return new Place(requestId.toString(), storyId.toString(), field);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A story cannot be written");
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A story cannot be read");
        }
    }
}
