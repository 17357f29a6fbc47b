package groundswell.consent.register;

import groundswell.consent.Channel;
import groundswell.consent.Consent.Ask;
import groundswell.consent.ConsentCommand;
import groundswell.consent.ConsentCommand.DeclineConsent;
import groundswell.consent.ConsentCommand.GrantConsent;
import groundswell.consent.ConsentCommand.WithdrawConsent;
import groundswell.consent.Credit;
import groundswell.consent.Scope;
import groundswell.consent.http.Refusal;
import groundswell.consent.journal.ConsentJournal;
import groundswell.consent.notice.Notices;
import groundswell.consent.register.ConsentsResource.Reply;
import groundswell.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What customers wrote to an agent instead of using their link, recorded once the agent says how it was meant. */
@ApplicationScoped
class ConfirmedReplies {
    private final ConsentJournal consents;
    private final Clock clock;

    ConfirmedReplies(ConsentJournal consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    void answer(UUID requestId, Reply reply, Cause cause) {
        consents.handle(requestId, command(reply, consents.get(requestId).ask(), clock.instant()), cause);
    }

    private static ConsentCommand command(Reply reply, @Nullable Ask ask, Instant now) {
        return switch (reply.answer()) {
            case GRANTED -> {
                if (reply.retention() == null) {
                    throw Refusal.invalid("retention", "must be six_months, one_year or two_years");
                }
                yield new GrantConsent(
                        scopes(reply, ask),
                        reply.retention(),
                        reply.credit() == null ? Credit.ANONYMOUS : reply.credit(),
                        Notices.pick(ask == null ? null : ask.language()),
                        Channel.REPLY,
                        now);
            }
            case DECLINED -> new DeclineConsent(Channel.REPLY, now);
            case WITHDRAWN -> new WithdrawConsent(Channel.REPLY, now);
            case NOT_ASKED, ASKED, EXPIRED -> throw Refusal.invalid("answer", "must be granted, declined or withdrawn");
        };
    }

    private static List<Scope> scopes(Reply reply, @Nullable Ask ask) {
        if (reply.scopes() != null) return reply.scopes();
        return ask == null ? List.of() : ask.scopes();
    }
}
