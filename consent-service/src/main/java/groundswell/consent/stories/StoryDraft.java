package groundswell.consent.stories;

import java.util.List;

/** What a reviewer compares: the customer's words, what is left of them, and what was removed. Rests sealed. */
public record StoryDraft(StoryText original, StoryText redacted, List<Removed> removed) {
    /**
     * One removed piece.
     *
     * @param part problem, response or voice
     * @param kind what it was, such as {@code person} or {@code card}
     */
    public record Removed(String part, String kind, String piece) {}
}
