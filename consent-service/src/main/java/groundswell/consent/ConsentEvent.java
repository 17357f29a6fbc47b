package groundswell.consent;

import groundswell.journal.seal.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact in the life of one consent request and of the stories that live by it. They share a stream, because they share
 * a fate: a withdrawal and the recall of every story it covered are one append, and no release can slip in between.
 *
 * <p>{@code ConsentAsked} is published as {@code groundswell.consent.asked.v1}, {@code StoryReleased} as
 * {@code groundswell.consent.story-released.v1}. Ids and codes are in the clear; words are {@link Sealed}.
 */
public sealed interface ConsentEvent {
    UUID requestId();

    UUID ticketId();

    Instant at();

    /** What became of the permission itself. {@code until} is when it ends by itself; null where nobody set an end. */
    sealed interface OfConsent extends ConsentEvent {
        UUID requesterId();

        List<Scope> scopes();

        String noticeVersion();

        @Nullable
        Instant until();

        Channel channel();
    }

    /** @param until the day by which an answer is awaited, after which silence is a no; null on an imported one */
    record ConsentAsked(
            UUID requestId,
            UUID ticketId,
            UUID requesterId,
            List<Scope> scopes,
            String noticeVersion,
            String language,
            @Nullable Instant until,
            Channel channel,
            Instant at)
            implements OfConsent {}

    record ConsentGranted(
            UUID requestId,
            UUID ticketId,
            UUID requesterId,
            List<Scope> scopes,
            Credit credit,
            String noticeVersion,
            String language,
            @Nullable Instant until,
            Channel channel,
            Instant at)
            implements OfConsent {}

    record ConsentDeclined(
            UUID requestId,
            UUID ticketId,
            UUID requesterId,
            List<Scope> scopes,
            String noticeVersion,
            @Nullable Instant until,
            Channel channel,
            Instant at)
            implements OfConsent {}

    record ConsentWithdrawn(
            UUID requestId,
            UUID ticketId,
            UUID requesterId,
            List<Scope> scopes,
            String noticeVersion,
            @Nullable Instant until,
            Channel channel,
            Instant at)
            implements OfConsent {}

    record ConsentExpired(
            UUID requestId,
            UUID ticketId,
            UUID requesterId,
            List<Scope> scopes,
            String noticeVersion,
            @Nullable Instant until,
            Channel channel,
            Instant at)
            implements OfConsent {}

    /** What became of a story drawn from the ticket. */
    sealed interface OfStory extends ConsentEvent {
        UUID storyId();
    }

    /** @param text the redacted draft beside its original, and what was removed; for the reviewer's eyes */
    record StoryDrafted(
            UUID requestId,
            UUID storyId,
            UUID ticketId,
            @Nullable String theme,
            @Nullable String industry,
            @Nullable String size,
            Sealed text,
            UUID by,
            Instant at)
            implements OfStory {}

    /** @param text exactly the words a human approved */
    record StoryChecked(UUID requestId, UUID storyId, UUID ticketId, Sealed text, UUID by, Instant at)
            implements OfStory {}

    record StoryReleased(
            UUID requestId,
            UUID storyId,
            UUID ticketId,
            @Nullable String theme,
            UUID by,
            Instant at) implements OfStory {}

    /** @param place where it is told: an outlet, a page, an address; never a text about the customer */
    record StoryUsed(UUID requestId, UUID storyId, UUID ticketId, Scope scope, String place, UUID by, Instant at)
            implements OfStory {}

    /** @param uses where it had been told already, so that it can be taken back there too */
    record StoryRecalled(
            UUID requestId,
            UUID storyId,
            UUID ticketId,
            @Nullable String theme,
            RecallReason reason,
            List<String> uses,
            Instant at)
            implements OfStory {}
}
