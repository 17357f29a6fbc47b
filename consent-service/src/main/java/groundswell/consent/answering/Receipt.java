package groundswell.consent.answering;

import groundswell.consent.Consent;
import groundswell.consent.Consent.Ask;
import groundswell.consent.ConsentStatus;
import groundswell.consent.Credit;
import groundswell.consent.Scope;
import groundswell.consent.journal.ConsentConfig;
import groundswell.consent.notice.Notice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the customer keeps: a record and receipt of consent with the fields of ISO/IEC TS 27560. The customer is named by
 * a number of ours only, so the file says nothing to a stranger.
 */
public record Receipt(
        String schemaVersion,
        UUID recordId,
        UUID piiPrincipalId,
        PiiProcessing piiProcessing,
        PartyIdentification partyIdentification,
        Event event) {
    public record PiiProcessing(
            PrivacyNotice privacyNotice,
            String language,
            List<Purpose> purposes,
            List<String> piiInformation,
            @Nullable Instant storageUntil,
            String withdrawalMethod,
            boolean automatedDecisionMaking) {}

    public record PrivacyNotice(String version, String sha256, String title, List<String> text) {}

    public record Purpose(Scope purpose, String description, String lawfulBasis) {}

    public record PartyIdentification(String piiController, String contact, List<String> recipients) {}

    public record Event(
            ConsentStatus state,
            @Nullable Instant time,
            String type,
            @Nullable Credit credit) {}

    static Receipt of(Consent consent, Ask ask, Notice notice, ConsentConfig config, Instant now) {
        var answer = consent.answer();
        var status = consent.statusAt(now);
        var chosen = answer == null ? List.<Scope>of() : answer.scopes();
        return new Receipt(
                "ISO/IEC TS 27560:2023",
                ask.requestId(),
                ask.requesterId(),
                new PiiProcessing(
                        new PrivacyNotice(ask.noticeVersion(), notice.hash(), notice.title(), notice.points()),
                        notice.language(),
                        chosen.stream().map(s -> purpose(s, notice)).toList(),
                        List.of("the words of this request", "industry", "company size"),
                        answer == null ? null : answer.until(),
                        "The link with which you answered, at any time and without a reason.",
                        false),
                new PartyIdentification(
                        config.controller().name(), config.controller().contact(), List.of("the public, anonymised")),
                new Event(
                        status,
                        consent.changedAt(),
                        "explicit, by an act of the customer",
                        answer == null ? null : answer.credit()));
    }

    private static Purpose purpose(Scope scope, Notice notice) {
        var choice = notice.scopes().get(scope);
        return new Purpose(scope, choice == null ? scope.toString() : choice.label() + ". " + choice.hint(), "consent");
    }
}
