package groundswell.consent;

import groundswell.journal.seal.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish about one consent request. Time and ids arrive with it: the rules know no clock. */
public sealed interface ConsentCommand {
    Instant at();

    /** Ask the requester of one ticket. {@code answerBy}: after it, silence is a no. */
    record AskConsent(
            UUID requestId,
            UUID ticketId,
            UUID requesterId,
            List<Scope> scopes,
            String noticeVersion,
            String language,
            Instant answerBy,
            Instant at)
            implements ConsentCommand {}

    /** {@code language}: the one in which the customer read the notice. */
    record GrantConsent(
            List<Scope> scopes, Retention retention, Credit credit, String language, Channel channel, Instant at)
            implements ConsentCommand {}

    record DeclineConsent(Channel channel, Instant at) implements ConsentCommand {}

    record WithdrawConsent(Channel channel, Instant at) implements ConsentCommand {}

    /** Let what has run out end. Harmless when it has not: replicas may say it at the same time. */
    record ExpireConsent(Instant at) implements ConsentCommand {}

    /**
     * What another system recorded about a ticket of the past.
     *
     * @param answer granted, declined, withdrawn or expired
     * @param until null where the other system knows no end
     */
    record ImportConsent(
            UUID requestId,
            UUID ticketId,
            UUID requesterId,
            ConsentStatus answer,
            List<Scope> scopes,
            String noticeVersion,
            String language,
            @Nullable Instant until,
            Instant at)
            implements ConsentCommand {}

    /** A wish about one story of this consent. */
    sealed interface StoryCommand extends ConsentCommand {
        UUID storyId();
    }

    /** {@code ticketId} and {@code requesterId} are the ticket's own, as we know it now: they must be the consent's. */
    record DraftStory(
            UUID storyId,
            UUID ticketId,
            UUID requesterId,
            @Nullable String theme,
            @Nullable String industry,
            @Nullable String size,
            Sealed text,
            UUID by,
            Instant at)
            implements StoryCommand {}

    record CheckStory(UUID storyId, Sealed text, UUID by, Instant at) implements StoryCommand {}

    record ReleaseStory(UUID storyId, UUID by, Instant at) implements StoryCommand {}

    /** Note that it is told somewhere; refused unless the consent allows this kind of use at that moment. */
    record UseStory(UUID storyId, Scope scope, String place, UUID by, Instant at) implements StoryCommand {}

    record RecallStory(UUID storyId, Instant at) implements StoryCommand {}
}
