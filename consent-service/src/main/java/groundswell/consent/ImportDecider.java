package groundswell.consent;

import static groundswell.consent.ConsentRefused.Reason.*;

import groundswell.consent.ConsentCommand.ImportConsent;
import groundswell.consent.ConsentEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules for what another system recorded. The customer's own word here outweighs it: an import adds what we don't
 * know, and may always take away, but never turns a no into a yes.
 */
final class ImportDecider {
    static List<ConsentEvent> decide(Consent consent, ImportConsent c) {
        return switch (consent.status()) {
            case NOT_ASKED -> told(c);
            case ASKED ->
                switch (c.answer()) {
                    case NOT_ASKED, ASKED -> List.of();
                    case GRANTED -> answered(consent, c);
                    case DECLINED, WITHDRAWN, EXPIRED ->
                        List.of(ConsentDecider.declined(ConsentDecider.of(consent), Channel.IMPORT, c.at()));
                };
            case GRANTED ->
                switch (c.answer()) {
                    case NOT_ASKED, ASKED -> List.of();
                    case GRANTED -> grantedAgain(consent, c);
                    case DECLINED, WITHDRAWN -> ConsentDecider.withdrawn(consent, Channel.IMPORT, c.at());
                    case EXPIRED -> ConsentDecider.expired(consent, c.at());
                };
            case DECLINED -> unlessYes(c, ALREADY_DECLINED);
            case WITHDRAWN -> unlessYes(c, ALREADY_WITHDRAWN);
            case EXPIRED -> unlessYes(c, CONSENT_EXPIRED);
        };
    }

    /** The asking is implied by the answer; a grant is never implied by a withdrawal: we were not told its scopes. */
    private static List<ConsentEvent> told(ImportConsent c) {
        var facts = new ArrayList<ConsentEvent>();
        facts.add(new ConsentAsked(
                c.requestId(),
                c.ticketId(),
                c.requesterId(),
                Scope.inOrder(c.scopes()),
                c.noticeVersion(),
                c.language(),
                null,
                Channel.IMPORT,
                c.at()));
        switch (c.answer()) {
            case NOT_ASKED -> facts.clear();
            case ASKED -> {}
            case GRANTED -> facts.add(granted(c));
            case DECLINED ->
                facts.add(new ConsentDeclined(
                        c.requestId(),
                        c.ticketId(),
                        c.requesterId(),
                        Scope.inOrder(c.scopes()),
                        c.noticeVersion(),
                        null,
                        Channel.IMPORT,
                        c.at()));
            case WITHDRAWN ->
                facts.add(new ConsentWithdrawn(
                        c.requestId(),
                        c.ticketId(),
                        c.requesterId(),
                        List.of(),
                        c.noticeVersion(),
                        null,
                        Channel.IMPORT,
                        c.at()));
            case EXPIRED ->
                facts.add(new ConsentExpired(
                        c.requestId(),
                        c.ticketId(),
                        c.requesterId(),
                        List.of(),
                        c.noticeVersion(),
                        c.until(),
                        Channel.IMPORT,
                        c.at()));
        }
        return List.copyOf(facts);
    }

    /** Who was asked elsewhere may have answered there; a question that is open here is answered here. */
    private static List<ConsentEvent> answered(Consent consent, ImportConsent c) {
        if (ConsentDecider.of(consent).answerBy() != null) {
            throw new ConsentRefused(ALREADY_ASKED);
        }
        return List.of(granted(c));
    }

    /**
     * A later grant may take away: then the wider one is withdrawn, its stories are recalled, and what both allow is
     * granted anew. It never adds.
     */
    private static List<ConsentEvent> grantedAgain(Consent consent, ImportConsent c) {
        var answer = Objects.requireNonNull(consent.answer(), "a grant has an answer");
        var scopes = answer.scopes().stream().filter(c.scopes()::contains).toList();
        var until = earlier(answer.until(), c.until());
        if (c.at().isBefore(answer.at()) || (scopes.equals(answer.scopes()) && Objects.equals(until, answer.until()))) {
            return List.of();
        }
        var facts = new ArrayList<>(ConsentDecider.withdrawn(consent, Channel.IMPORT, c.at()));
        if (!scopes.isEmpty()) {
            facts.addAll(told(new ImportConsent(
                    c.requestId(),
                    c.ticketId(),
                    c.requesterId(),
                    ConsentStatus.GRANTED,
                    scopes,
                    c.noticeVersion(),
                    c.language(),
                    until,
                    c.at())));
        }
        return List.copyOf(facts);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static ConsentGranted granted(ImportConsent c) {
        if (c.scopes().isEmpty()) {
            throw new ConsentRefused(NOTHING_CHOSEN);
        }
        return new ConsentGranted(
                c.requestId(),
                c.ticketId(),
                c.requesterId(),
                Scope.inOrder(c.scopes()),
                Credit.ANONYMOUS,
                c.noticeVersion(),
                c.language(),
                c.until(),
                Channel.IMPORT,
                c.at());
    }

    private static List<ConsentEvent> unlessYes(ImportConsent c, ConsentRefused.Reason reason) {
        if (c.answer() == ConsentStatus.GRANTED) {
            throw new ConsentRefused(reason);
        }
        return List.of();
    }

    private ImportDecider() {}
}
