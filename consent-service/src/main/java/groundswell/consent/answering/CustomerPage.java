package groundswell.consent.answering;

import groundswell.consent.Consent;
import groundswell.consent.Consent.Answer;
import groundswell.consent.Consent.Ask;
import groundswell.consent.ConsentStatus;
import groundswell.consent.Credit;
import groundswell.consent.Retention;
import groundswell.consent.Scope;
import groundswell.consent.notice.Notice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the customer's page shows. The ticket is named by its number and day only: a link that goes astray reveals nothing
 * of what was written.
 *
 * @param ticket such as {@code TKT-4821}; null while its events have not arrived
 * @param mistake what to correct in the form; null at first
 */
public record CustomerPage(
        Notice notice,
        String controller,
        String contact,
        ConsentStatus status,
        @Nullable Ask ask,
        @Nullable Answer answer,
        @Nullable Instant changedAt,
        @Nullable String ticket,
        @Nullable Instant openedAt,
        String receiptPath,
        @Nullable String mistake,
        Answers.Answer chosen,
        Instant now) {
    static CustomerPage of(
            Notice notice,
            String controller,
            String contact,
            Consent consent,
            Instant now,
            @Nullable String ticket,
            @Nullable Instant openedAt,
            String receiptPath,
            @Nullable String mistake,
            Answers.Answer chosen) {
        return new CustomerPage(
                notice,
                controller,
                contact,
                consent.statusAt(now),
                consent.ask(),
                consent.answer(),
                consent.changedAt(),
                ticket,
                openedAt,
                receiptPath,
                mistake,
                chosen,
                now);
    }

    public String word(String name) {
        return notice.word(name);
    }

    public String heading() {
        return switch (status) {
            case NOT_ASKED -> word("unknownTitle");
            case ASKED -> notice.title();
            case GRANTED -> word("grantedTitle");
            case DECLINED -> word("declinedTitle");
            case WITHDRAWN -> word("withdrawnTitle");
            case EXPIRED -> word("expiredTitle");
        };
    }

    public boolean asked() {
        return status == ConsentStatus.ASKED;
    }

    public boolean granted() {
        return status == ConsentStatus.GRANTED;
    }

    public boolean declined() {
        return status == ConsentStatus.DECLINED;
    }

    /** Who said no may still say yes, as long as the question stands. */
    public boolean reopenable() {
        return declined() && (ask == null || ask.answerBy() == null || now.isBefore(ask.answerBy()));
    }

    public boolean withdrawn() {
        return status == ConsentStatus.WITHDRAWN;
    }

    public boolean expired() {
        return status == ConsentStatus.EXPIRED;
    }

    public boolean naming() {
        return ask != null && ask.scopes().contains(Scope.NAMED_REFERENCE);
    }

    public List<Scope> scopes() {
        return ask == null ? List.of() : ask.scopes();
    }

    public List<Scope> allowed() {
        return answer == null ? List.of() : answer.scopes();
    }

    public Retention[] retentions() {
        return Retention.values();
    }

    public Credit[] credits() {
        return Credit.values();
    }

    public Notice.Choice scope(Scope scope) {
        return notice.scopes().getOrDefault(scope, new Notice.Choice(scope.toString(), ""));
    }

    public Notice.Choice credit(Credit credit) {
        return notice.credits().getOrDefault(credit, new Notice.Choice(credit.toString(), ""));
    }

    public String retention(Retention retention) {
        return notice.retentions().getOrDefault(retention, retention.toString());
    }

    public boolean ticked(Scope scope) {
        return chosen.scopes().contains(scope);
    }

    public boolean ticked(Retention retention) {
        return chosen.retention() == retention;
    }

    public boolean ticked(Credit credit) {
        return chosen.credit() == credit;
    }

    public String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale("en".equals(notice.language()) ? Locale.UK : Locale.forLanguageTag(notice.language()))
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
