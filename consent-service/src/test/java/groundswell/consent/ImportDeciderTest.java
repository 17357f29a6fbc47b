package groundswell.consent;

import static groundswell.consent.ConsentRefused.Reason.*;
import static groundswell.consent.ConsentScenario.given;
import static groundswell.consent.Facts.*;
import static groundswell.consent.Scope.*;

import groundswell.consent.ConsentEvent.*;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportDeciderTest {
    static final String FORM = "crm-form-2024";

    static ConsentAsked asked(List<Scope> scopes) {
        return new ConsentAsked(REQUEST, TICKET, ROSA, scopes, FORM, "en", null, Channel.IMPORT, WEDNESDAY);
    }

    static ConsentGranted granted(List<Scope> scopes) {
        return new ConsentGranted(
                REQUEST, TICKET, ROSA, scopes, Credit.ANONYMOUS, FORM, "en", null, Channel.IMPORT, WEDNESDAY);
    }

    @Test
    void a_yes_of_the_past_is_asked_and_granted_at_its_own_time() {
        given().when(imported(ConsentStatus.GRANTED, CASE_STUDY))
                .then(asked(List.of(CASE_STUDY)), granted(List.of(CASE_STUDY)));
    }

    @Test
    void a_yes_to_nothing_is_no_yes() {
        given().when(imported(ConsentStatus.GRANTED)).thenRefused(NOTHING_CHOSEN);
    }

    @Test
    void a_no_of_the_past_is_remembered() {
        given().when(imported(ConsentStatus.DECLINED))
                .then(
                        asked(List.of()),
                        new ConsentDeclined(REQUEST, TICKET, ROSA, List.of(), FORM, null, Channel.IMPORT, WEDNESDAY));
    }

    @Test
    void a_withdrawal_of_the_past_never_claims_a_grant_we_were_not_told_of() {
        given().when(imported(ConsentStatus.WITHDRAWN, CASE_STUDY))
                .then(
                        asked(List.of(CASE_STUDY)),
                        new ConsentWithdrawn(REQUEST, TICKET, ROSA, List.of(), FORM, null, Channel.IMPORT, WEDNESDAY));
    }

    @Test
    void an_expiry_of_the_past_is_remembered() {
        given().when(imported(ConsentStatus.EXPIRED))
                .then(
                        asked(List.of()),
                        new ConsentExpired(REQUEST, TICKET, ROSA, List.of(), FORM, null, Channel.IMPORT, WEDNESDAY));
    }

    @Test
    void a_question_without_an_answer_stays_one_and_not_asked_is_nothing() {
        given().when(imported(ConsentStatus.ASKED)).then(asked(List.of()));
        given().when(imported(ConsentStatus.NOT_ASKED)).then();
    }

    @Test
    void a_later_yes_to_less_takes_the_wider_one_back_with_its_stories() {
        given(ASKED, GRANTED, STORY_DRAFTED, STORY_CHECKED, STORY_RELEASED)
                .when(imported(ConsentStatus.GRANTED, AGGREGATE_QUOTE))
                .then(
                        new ConsentWithdrawn(
                                REQUEST, TICKET, ROSA, BOTH, NOTICE, oneYearFrom(TUESDAY), Channel.IMPORT, WEDNESDAY),
                        new StoryRecalled(
                                REQUEST,
                                STORY,
                                TICKET,
                                "billing-double-charge",
                                RecallReason.CONSENT_WITHDRAWN,
                                List.of(),
                                WEDNESDAY),
                        asked(QUOTE),
                        new ConsentGranted(
                                REQUEST,
                                TICKET,
                                ROSA,
                                QUOTE,
                                Credit.ANONYMOUS,
                                FORM,
                                "en",
                                oneYearFrom(TUESDAY),
                                Channel.IMPORT,
                                WEDNESDAY));
    }

    @Test
    void a_yes_to_more_adds_nothing() {
        given(asked(QUOTE), granted(QUOTE))
                .when(imported(ConsentStatus.GRANTED, CASE_STUDY, AGGREGATE_QUOTE))
                .then();
    }

    @Test
    void the_same_rows_again_change_nothing() {
        given(asked(BOTH), granted(BOTH))
                .when(imported(ConsentStatus.GRANTED, CASE_STUDY, AGGREGATE_QUOTE))
                .then();
        given(ASKED, DECLINED).when(imported(ConsentStatus.DECLINED)).then();
        given(ASKED, GRANTED, WITHDRAWN).when(imported(ConsentStatus.WITHDRAWN)).then();
        given(ASKED, UNANSWERED).when(imported(ConsentStatus.EXPIRED)).then();
    }

    @Test
    void an_import_may_take_away() {
        given(ASKED, GRANTED)
                .when(imported(ConsentStatus.WITHDRAWN))
                .then(new ConsentWithdrawn(
                        REQUEST, TICKET, ROSA, BOTH, NOTICE, oneYearFrom(TUESDAY), Channel.IMPORT, WEDNESDAY));
        given(ASKED)
                .when(imported(ConsentStatus.DECLINED))
                .then(new ConsentDeclined(REQUEST, TICKET, ROSA, BOTH, NOTICE, null, Channel.IMPORT, WEDNESDAY));
    }

    @Test
    void an_import_never_turns_a_no_into_a_yes() {
        given(ASKED, DECLINED).when(imported(ConsentStatus.GRANTED, CASE_STUDY)).thenRefused(ALREADY_DECLINED);
        given(ASKED, GRANTED, WITHDRAWN)
                .when(imported(ConsentStatus.GRANTED, CASE_STUDY))
                .thenRefused(ALREADY_WITHDRAWN);
        given(ASKED, UNANSWERED)
                .when(imported(ConsentStatus.GRANTED, CASE_STUDY))
                .thenRefused(CONSENT_EXPIRED);
    }

    @Test
    void who_was_asked_elsewhere_may_have_answered_there() {
        given(asked(BOTH)).when(imported(ConsentStatus.GRANTED, CASE_STUDY)).then(granted(List.of(CASE_STUDY)));
        given(asked(BOTH))
                .when(imported(ConsentStatus.DECLINED))
                .then(new ConsentDeclined(REQUEST, TICKET, ROSA, BOTH, FORM, null, Channel.IMPORT, WEDNESDAY));
    }

    @Test
    void an_import_does_not_answer_a_question_that_is_open_here() {
        given(ASKED).when(imported(ConsentStatus.GRANTED, CASE_STUDY)).thenRefused(ALREADY_ASKED);
    }
}
