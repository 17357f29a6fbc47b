package groundswell.consent.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import groundswell.consent.Channel;
import groundswell.consent.Consent;
import groundswell.consent.ConsentStatus;
import groundswell.consent.Credit;
import groundswell.consent.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket allows at this moment. {@code scopes} is empty unless the status is granted: what was asked for stands
 * apart, so that nobody takes a question for an answer.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsentView(
        UUID ticketId,
        @Nullable String ticket,
        ConsentStatus status,
        List<Scope> scopes,
        @Nullable UUID requestId,
        @Nullable UUID requesterId,
        @Nullable List<Scope> asked,
        @Nullable Credit credit,
        @Nullable String noticeVersion,
        @Nullable String language,
        @Nullable Channel channel,
        @Nullable Instant askedAt,
        @Nullable Instant changedAt,
        @Nullable Instant until,
        int stories,
        @Nullable Suggestion suggestion) {
    /**
     * What the customer's last message seems to answer. Nothing is allowed by it until an agent, who has read it, confirms.
     *
     * @param answer granted or declined
     * @param at when they wrote it
     */
    public record Suggestion(ConsentStatus answer, Instant at) {
        public boolean yes() {
            return answer == ConsentStatus.GRANTED;
        }
    }

    static ConsentView notAsked(UUID ticketId, @Nullable String ticket) {
        return new ConsentView(
                ticketId,
                ticket,
                ConsentStatus.NOT_ASKED,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null);
    }

    static ConsentView of(Consent consent, @Nullable String ticket, Instant now) {
        var ask = java.util.Objects.requireNonNull(consent.ask());
        var answer = consent.answer();
        return new ConsentView(
                ask.ticketId(),
                ticket,
                consent.statusAt(now),
                consent.allows(ask.ticketId(), ask.requesterId(), now),
                ask.requestId(),
                ask.requesterId(),
                ask.scopes(),
                answer == null ? null : answer.credit(),
                ask.noticeVersion(),
                ask.language(),
                answer == null ? null : answer.channel(),
                ask.at(),
                consent.changedAt(),
                ends(consent, now),
                consent.standing().size(),
                null);
    }

    ConsentView with(@Nullable Suggestion found) {
        return new ConsentView(
                ticketId,
                ticket,
                status,
                scopes,
                requestId,
                requesterId,
                asked,
                credit,
                noticeVersion,
                language,
                channel,
                askedAt,
                changedAt,
                until,
                stories,
                found);
    }

    /** While a question is open or a permission lasts; afterwards {@code changedAt} says when it ended. */
    private static @Nullable Instant ends(Consent consent, Instant now) {
        return consent.statusAt(now) == consent.status() ? consent.endsAt() : null;
    }
}
