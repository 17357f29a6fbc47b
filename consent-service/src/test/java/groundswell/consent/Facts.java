package groundswell.consent;

import static groundswell.consent.Scope.*;

import groundswell.consent.ConsentCommand.*;
import groundswell.consent.ConsentEvent.*;
import groundswell.journal.seal.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One customer, Rosa, and her ticket: the facts and wishes the rules are tested with. */
final class Facts {
    static final UUID REQUEST = new UUID(0, 1), TICKET = new UUID(0, 2), ROSA = new UUID(0, 3), STORY = new UUID(0, 4);
    static final UUID PRESS = new UUID(0, 5), LEGAL = new UUID(0, 6);
    static final UUID OTHER_TICKET = new UUID(0, 7), OTHER_CUSTOMER = new UUID(0, 8);
    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));
    static final Instant ANSWER_BY = MONDAY.plus(Duration.ofDays(30));
    static final Instant IN_A_YEAR = Instant.parse("2027-03-03T09:00:00Z");
    static final String NOTICE = "2026-03";
    static final List<Scope> BOTH = List.of(AGGREGATE_QUOTE, CASE_STUDY);
    static final List<Scope> QUOTE = List.of(AGGREGATE_QUOTE);
    static final Sealed DRAFT = new Sealed(ROSA, "ZHJhZnQ="), APPROVED = new Sealed(ROSA, "ZmluYWw=");

    static final ConsentAsked ASKED =
            new ConsentAsked(REQUEST, TICKET, ROSA, BOTH, NOTICE, "en", ANSWER_BY, Channel.LINK, MONDAY);
    static final ConsentGranted GRANTED = new ConsentGranted(
            REQUEST, TICKET, ROSA, BOTH, Credit.ANONYMOUS, NOTICE, "en", oneYearFrom(TUESDAY), Channel.LINK, TUESDAY);
    static final ConsentDeclined DECLINED =
            new ConsentDeclined(REQUEST, TICKET, ROSA, BOTH, NOTICE, null, Channel.LINK, TUESDAY);
    static final ConsentWithdrawn WITHDRAWN =
            new ConsentWithdrawn(REQUEST, TICKET, ROSA, BOTH, NOTICE, oneYearFrom(TUESDAY), Channel.LINK, WEDNESDAY);
    static final ConsentExpired UNANSWERED =
            new ConsentExpired(REQUEST, TICKET, ROSA, BOTH, NOTICE, ANSWER_BY, Channel.CLOCK, ANSWER_BY);
    static final ConsentExpired RUN_OUT = new ConsentExpired(
            REQUEST, TICKET, ROSA, BOTH, NOTICE, oneYearFrom(TUESDAY), Channel.CLOCK, oneYearFrom(TUESDAY));

    static final StoryDrafted STORY_DRAFTED = new StoryDrafted(
            REQUEST, STORY, TICKET, "billing-double-charge", "Retail", "51-200", DRAFT, PRESS, TUESDAY);
    static final StoryChecked STORY_CHECKED = new StoryChecked(REQUEST, STORY, TICKET, APPROVED, LEGAL, TUESDAY);
    static final StoryReleased STORY_RELEASED =
            new StoryReleased(REQUEST, STORY, TICKET, "billing-double-charge", PRESS, TUESDAY);
    static final StoryUsed STORY_USED =
            new StoryUsed(REQUEST, STORY, TICKET, CASE_STUDY, "https://blog.example/refunds", PRESS, TUESDAY);

    static Instant oneYearFrom(Instant at) {
        return Retention.ONE_YEAR.after(at);
    }

    static AskConsent ask() {
        return new AskConsent(
                REQUEST, TICKET, ROSA, List.of(CASE_STUDY, AGGREGATE_QUOTE), NOTICE, "en", ANSWER_BY, MONDAY);
    }

    static GrantConsent grant(Instant at, Scope... scopes) {
        return new GrantConsent(List.of(scopes), Retention.ONE_YEAR, Credit.ANONYMOUS, "en", Channel.LINK, at);
    }

    static DeclineConsent decline(Instant at) {
        return new DeclineConsent(Channel.LINK, at);
    }

    static WithdrawConsent withdraw(Instant at) {
        return new WithdrawConsent(Channel.LINK, at);
    }

    static ImportConsent imported(ConsentStatus answer, Scope... scopes) {
        return new ImportConsent(
                REQUEST, TICKET, ROSA, answer, List.of(scopes), "crm-form-2024", "en", null, WEDNESDAY);
    }

    static DraftStory draft(UUID ticket, UUID requester, Instant at) {
        return new DraftStory(STORY, ticket, requester, "billing-double-charge", "Retail", "51-200", DRAFT, PRESS, at);
    }

    static CheckStory check(Instant at) {
        return new CheckStory(STORY, APPROVED, LEGAL, at);
    }

    static ReleaseStory release(Instant at) {
        return new ReleaseStory(STORY, PRESS, at);
    }

    static UseStory use(Scope scope, Instant at) {
        return new UseStory(STORY, scope, "https://blog.example/refunds", PRESS, at);
    }

    static StoryRecalled recalled(RecallReason reason, Instant at, String... uses) {
        return new StoryRecalled(REQUEST, STORY, TICKET, "billing-double-charge", reason, List.of(uses), at);
    }

    private Facts() {}
}
