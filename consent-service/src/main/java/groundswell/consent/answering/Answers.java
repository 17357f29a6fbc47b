package groundswell.consent.answering;

import groundswell.consent.Channel;
import groundswell.consent.Consent;
import groundswell.consent.ConsentCommand;
import groundswell.consent.ConsentCommand.*;
import groundswell.consent.ConsentRefused;
import groundswell.consent.Credit;
import groundswell.consent.Retention;
import groundswell.consent.Scope;
import groundswell.consent.http.Refusal;
import groundswell.consent.journal.ConsentJournal;
import groundswell.consent.link.Links;
import groundswell.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What customers do with their link. The actor is "customer": who it is, the log must not say. */
@ApplicationScoped
public class Answers {
    /** A customer's click, as the page or a program sends it. */
    public record Answer(
            @Nullable String decision,
            List<Scope> scopes,
            @Nullable Retention retention,
            @Nullable Credit credit,
            String language) {}

    private final ConsentJournal consents;
    private final Links links;
    private final Clock clock;

    Answers(ConsentJournal consents, Links links, Clock clock) {
        this.consents = consents;
        this.links = links;
        this.clock = clock;
    }

    /** @throws Refusal 404 for whatever is not a link in force, without saying why */
    UUID requestOf(String token) {
        return links.requestOf(token)
                .orElseThrow(
                        () -> Refusal.of(404, "unknown-link", "This link does not work; there may be a newer one."));
    }

    Consent consent(UUID requestId) {
        return consents.get(requestId);
    }

    void decide(UUID requestId, Answer answer) {
        consents.handle(
                requestId,
                command(answer, clock.instant()),
                Cause.of("customer", UUID.randomUUID().toString()));
    }

    private static ConsentCommand command(Answer answer, Instant now) {
        return switch (answer.decision() == null ? "" : answer.decision().toLowerCase(Locale.ROOT)) {
            case "grant" -> grant(answer, now);
            case "decline" -> new DeclineConsent(Channel.LINK, now);
            case "withdraw" -> new WithdrawConsent(Channel.LINK, now);
            default -> throw Refusal.invalid("decision", "must be grant, decline or withdraw");
        };
    }

    private static GrantConsent grant(Answer answer, Instant now) {
        if (answer.scopes().isEmpty()) {
            throw new ConsentRefused(ConsentRefused.Reason.NOTHING_CHOSEN);
        }
        if (answer.retention() == null) {
            throw Refusal.invalid("retention", "must be six_months, one_year or two_years");
        }
        var credit = answer.credit() == null ? Credit.ANONYMOUS : answer.credit();
        return new GrantConsent(answer.scopes(), answer.retention(), credit, answer.language(), Channel.LINK, now);
    }
}
