package groundswell.consent;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of one request to judge the next wish: who was asked for which ticket, what they answered, and
 * the stories that live by it.
 *
 * @param ask null until asked
 * @param answer null until answered; kept after a withdrawal, for the record
 * @param changedAt when the permission itself last changed
 */
public record Consent(
        ConsentStatus status,
        @Nullable Ask ask,
        @Nullable Answer answer,
        List<Story> stories,
        @Nullable Instant changedAt) {
    /** One request to one person about one ticket. {@code answerBy}: after it, silence is a no. */
    public record Ask(
            UUID requestId,
            UUID ticketId,
            UUID requesterId,
            List<Scope> scopes,
            String noticeVersion,
            String language,
            @Nullable Instant answerBy,
            Instant at) {}

    /** @param until when the permission ends by itself; null where an imported one knows no end */
    public record Answer(
            List<Scope> scopes, Credit credit, @Nullable Instant until, Channel channel, Instant at) {}

    static final Consent NONE = new Consent(ConsentStatus.NOT_ASKED, null, null, List.of(), null);

    /** When it ends if nobody does anything. */
    public @Nullable Instant endsAt() {
        return switch (status) {
            case ASKED -> ask == null ? null : ask.answerBy();
            case GRANTED -> answer == null ? null : answer.until();
            case NOT_ASKED, DECLINED, WITHDRAWN, EXPIRED -> null;
        };
    }

    boolean overdue(Instant at) {
        var end = endsAt();
        return end != null && !at.isBefore(end);
    }

    /** Stories that may yet be told, or are. */
    public List<Story> standing() {
        return stories.stream().filter(s -> s.status() != StoryStatus.RECALLED).toList();
    }

    /** The status that counts at this moment: what has run out is over, whether or not somebody has noted it yet. */
    public ConsentStatus statusAt(Instant at) {
        return overdue(at) ? ConsentStatus.EXPIRED : status;
    }

    /** What may be done with this ticket of this person at this moment. Empty is the answer to every doubt. */
    public List<Scope> allows(UUID ticketId, UUID requesterId, Instant at) {
        if (ask == null || answer == null || statusAt(at) != ConsentStatus.GRANTED) {
            return List.of();
        }
        var own = ask.ticketId().equals(ticketId) && ask.requesterId().equals(requesterId);
        return own ? answer.scopes() : List.of();
    }

    public @Nullable Story story(UUID storyId) {
        return stories.stream()
                .filter(s -> s.storyId().equals(storyId))
                .findFirst()
                .orElse(null);
    }

    Consent with(Story story) {
        Map<UUID, Story> next = new LinkedHashMap<>();
        stories.forEach(s -> next.put(s.storyId(), s));
        next.put(story.storyId(), story);
        return new Consent(status, ask, answer, List.copyOf(next.values()), changedAt);
    }

    Consent answered(ConsentStatus next, @Nullable Answer given, Instant at) {
        return new Consent(next, ask, given, stories, at);
    }
}
