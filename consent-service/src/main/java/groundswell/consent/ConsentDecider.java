package groundswell.consent;

import static groundswell.consent.ConsentRefused.Reason.*;

import groundswell.consent.Consent.Answer;
import groundswell.consent.Consent.Ask;
import groundswell.consent.ConsentCommand.*;
import groundswell.consent.ConsentEvent.*;
import groundswell.journal.Decider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a consent, read as a table: this wish, in this status, leads to these facts. Nothing is allowed until the
 * customer has said so, nobody but the customer's own link (or an agent who confirms their reply) says so, and a
 * withdrawal takes every story with it in the same breath.
 */
public final class ConsentDecider implements Decider<ConsentCommand, Consent, ConsentEvent> {
    @Override
    public Consent initial() {
        return Consent.NONE;
    }

    @Override
    public List<ConsentEvent> decide(Consent consent, ConsentCommand command) {
        return switch (command) {
            case AskConsent c ->
                switch (consent.status()) {
                    case NOT_ASKED -> asked(c);
                    case ASKED -> throw new ConsentRefused(ALREADY_ASKED);
                    case GRANTED -> throw new ConsentRefused(ALREADY_GRANTED);
                    case DECLINED -> throw new ConsentRefused(ALREADY_DECLINED);
                    case WITHDRAWN -> throw new ConsentRefused(ALREADY_WITHDRAWN);
                    case EXPIRED -> throw new ConsentRefused(CONSENT_EXPIRED);
                };
            case GrantConsent c ->
                switch (consent.statusAt(c.at())) {
                    case NOT_ASKED -> throw new ConsentRefused(NOT_ASKED);
                    case ASKED, DECLINED -> granted(consent, c);
                    case GRANTED -> sameAnswer(consent, c);
                    case WITHDRAWN -> throw new ConsentRefused(ALREADY_WITHDRAWN);
                    case EXPIRED -> throw new ConsentRefused(CONSENT_EXPIRED);
                };
            case DeclineConsent c ->
                switch (consent.statusAt(c.at())) {
                    case NOT_ASKED -> throw new ConsentRefused(NOT_ASKED);
                    case ASKED -> List.of(declined(of(consent), c.channel(), c.at()));
                    case GRANTED -> throw new ConsentRefused(ALREADY_GRANTED);
                    case DECLINED, WITHDRAWN, EXPIRED -> List.of();
                };
            case WithdrawConsent c ->
                switch (consent.status()) {
                    case NOT_ASKED -> throw new ConsentRefused(NOT_ASKED);
                    case ASKED -> List.of(declined(of(consent), c.channel(), c.at()));
                    case GRANTED -> withdrawn(consent, c.channel(), c.at());
                    case DECLINED, WITHDRAWN, EXPIRED -> List.of();
                };
            case ExpireConsent c ->
                switch (consent.status()) {
                    case ASKED, GRANTED -> consent.overdue(c.at()) ? expired(consent, c.at()) : List.of();
                    case NOT_ASKED, DECLINED, WITHDRAWN, EXPIRED -> List.of();
                };
            case ImportConsent c -> ImportDecider.decide(consent, c);
            case StoryCommand c -> StoryDecider.decide(consent, c);
        };
    }

    /** History is never refused: every event yields a state, and a new event does not compile until it does. */
    @Override
    public Consent evolve(Consent consent, ConsentEvent event) {
        return switch (event) {
            case ConsentAsked e ->
                new Consent(
                        ConsentStatus.ASKED,
                        new Ask(
                                e.requestId(),
                                e.ticketId(),
                                e.requesterId(),
                                e.scopes(),
                                e.noticeVersion(),
                                e.language(),
                                e.until(),
                                e.at()),
                        null,
                        consent.stories(),
                        e.at());
            case ConsentGranted e ->
                consent.answered(
                        ConsentStatus.GRANTED,
                        new Answer(e.scopes(), e.credit(), e.until(), e.channel(), e.at()),
                        e.at());
            case ConsentDeclined e ->
                consent.answered(
                        ConsentStatus.DECLINED,
                        new Answer(List.of(), Credit.ANONYMOUS, null, e.channel(), e.at()),
                        e.at());
            case ConsentWithdrawn e -> consent.answered(ConsentStatus.WITHDRAWN, consent.answer(), e.at());
            case ConsentExpired e -> consent.answered(ConsentStatus.EXPIRED, consent.answer(), e.at());
            case OfStory e -> consent.with(StoryDecider.evolve(consent.story(e.storyId()), e));
        };
    }

    private static List<ConsentEvent> asked(AskConsent c) {
        if (c.scopes().isEmpty()) {
            throw new ConsentRefused(NOTHING_CHOSEN);
        }
        return List.of(new ConsentAsked(
                c.requestId(),
                c.ticketId(),
                c.requesterId(),
                Scope.inOrder(c.scopes()),
                c.noticeVersion(),
                c.language(),
                c.answerBy(),
                Channel.LINK,
                c.at()));
    }

    private static List<ConsentEvent> granted(Consent consent, GrantConsent c) {
        var ask = of(consent);
        if (ask.answerBy() != null && !c.at().isBefore(ask.answerBy())) {
            throw new ConsentRefused(CONSENT_EXPIRED);
        }
        if (c.scopes().isEmpty()) {
            throw new ConsentRefused(NOTHING_CHOSEN);
        }
        if (!ask.scopes().containsAll(c.scopes())) {
            throw new ConsentRefused(SCOPE_NOT_ASKED);
        }
        if (c.credit() != Credit.ANONYMOUS && !c.scopes().contains(Scope.NAMED_REFERENCE)) {
            throw new ConsentRefused(CREDIT_WITHOUT_NAMED_REFERENCE);
        }
        return List.of(new ConsentGranted(
                ask.requestId(),
                ask.ticketId(),
                ask.requesterId(),
                Scope.inOrder(c.scopes()),
                c.credit(),
                ask.noticeVersion(),
                c.language(),
                c.retention().after(c.at()),
                c.channel(),
                c.at()));
    }

    /** A button pressed twice is one answer; another answer is a change, which begins with a withdrawal. */
    private static List<ConsentEvent> sameAnswer(Consent consent, GrantConsent c) {
        var answer = Objects.requireNonNull(consent.answer());
        if (answer.scopes().equals(Scope.inOrder(c.scopes())) && answer.credit() == c.credit()) {
            return List.of();
        }
        throw new ConsentRefused(ALREADY_GRANTED);
    }

    static ConsentDeclined declined(Ask ask, Channel channel, Instant at) {
        return new ConsentDeclined(
                ask.requestId(),
                ask.ticketId(),
                ask.requesterId(),
                ask.scopes(),
                ask.noticeVersion(),
                null,
                channel,
                at);
    }

    static List<ConsentEvent> withdrawn(Consent consent, Channel channel, Instant at) {
        var ask = of(consent);
        var facts = new ArrayList<ConsentEvent>();
        facts.add(new ConsentWithdrawn(
                ask.requestId(),
                ask.ticketId(),
                ask.requesterId(),
                permitted(consent),
                ask.noticeVersion(),
                until(consent),
                channel,
                at));
        facts.addAll(StoryDecider.recallAll(consent, RecallReason.CONSENT_WITHDRAWN, at));
        return List.copyOf(facts);
    }

    static List<ConsentEvent> expired(Consent consent, Instant at) {
        var ask = of(consent);
        var facts = new ArrayList<ConsentEvent>();
        facts.add(new ConsentExpired(
                ask.requestId(),
                ask.ticketId(),
                ask.requesterId(),
                permitted(consent),
                ask.noticeVersion(),
                consent.endsAt(),
                Channel.CLOCK,
                at));
        facts.addAll(StoryDecider.recallAll(consent, RecallReason.CONSENT_EXPIRED, at));
        return List.copyOf(facts);
    }

    private static List<Scope> permitted(Consent consent) {
        var answer = consent.answer();
        return answer == null ? of(consent).scopes() : answer.scopes();
    }

    private static @Nullable Instant until(Consent consent) {
        var answer = consent.answer();
        return answer == null ? null : answer.until();
    }

    static Ask of(Consent consent) {
        var ask = consent.ask();
        if (ask == null) {
            throw new ConsentRefused(NOT_ASKED);
        }
        return ask;
    }
}
