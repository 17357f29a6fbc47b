package groundswell.consent;

import static groundswell.consent.ConsentRefused.Reason.*;
import static groundswell.consent.ConsentScenario.given;
import static groundswell.consent.Facts.*;
import static groundswell.consent.Scope.*;

import groundswell.consent.ConsentCommand.*;
import groundswell.consent.ConsentEvent.ConsentGranted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsentDeciderTest {
    @Nested
    @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
    class Asking {
        @Test
        void the_requester_of_a_ticket_is_asked() {
            given().when(ask()).then(ASKED);
        }

        @Test
        void asking_for_nothing_is_refused() {
            given().when(new AskConsent(REQUEST, TICKET, ROSA, List.of(), NOTICE, "en", ANSWER_BY, MONDAY))
                    .thenRefused(NOTHING_CHOSEN);
        }

        @Test
        void nobody_is_asked_twice_while_the_first_question_is_open() {
            given(ASKED).when(ask()).thenRefused(ALREADY_ASKED);
        }

        @Test
        void who_agreed_is_not_asked_again() {
            given(ASKED, GRANTED).when(ask()).thenRefused(ALREADY_GRANTED);
        }

        @Test
        void who_said_no_is_not_asked_again() {
            given(ASKED, DECLINED).when(ask()).thenRefused(ALREADY_DECLINED);
        }

        @Test
        void who_withdrew_is_not_asked_again() {
            given(ASKED, GRANTED, WITHDRAWN).when(ask()).thenRefused(ALREADY_WITHDRAWN);
        }

        @Test
        void an_expired_request_is_over_a_new_one_takes_its_place() {
            given(ASKED, UNANSWERED).when(ask()).thenRefused(CONSENT_EXPIRED);
        }
    }

    @Nested
    @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
    class Granting {
        @Test
        void the_customer_grants_what_was_asked() {
            given(ASKED).when(grant(TUESDAY, CASE_STUDY, AGGREGATE_QUOTE)).then(GRANTED);
        }

        @Test
        void the_customer_grants_less_than_was_asked() {
            given(ASKED)
                    .when(grant(TUESDAY, AGGREGATE_QUOTE))
                    .then(new ConsentGranted(
                            REQUEST,
                            TICKET,
                            ROSA,
                            QUOTE,
                            Credit.ANONYMOUS,
                            NOTICE,
                            "en",
                            oneYearFrom(TUESDAY),
                            Channel.LINK,
                            TUESDAY));
        }

        @Test
        void what_was_not_asked_cannot_be_granted() {
            given(ASKED).when(grant(TUESDAY, NAMED_REFERENCE)).thenRefused(SCOPE_NOT_ASKED);
        }

        @Test
        void granting_nothing_is_not_a_yes() {
            given(ASKED).when(grant(TUESDAY)).thenRefused(NOTHING_CHOSEN);
        }

        @Test
        void a_name_needs_a_named_reference() {
            given(ASKED)
                    .when(new GrantConsent(QUOTE, Retention.ONE_YEAR, Credit.FIRST_NAME, "en", Channel.LINK, TUESDAY))
                    .thenRefused(CREDIT_WITHOUT_NAMED_REFERENCE);
        }

        @Test
        void a_yes_after_the_deadline_is_refused_also_before_anybody_noted_the_expiry() {
            given(ASKED).when(grant(ANSWER_BY, AGGREGATE_QUOTE)).thenRefused(CONSENT_EXPIRED);
        }

        @Test
        void nobody_grants_what_nobody_asked() {
            given().when(grant(TUESDAY, AGGREGATE_QUOTE)).thenRefused(NOT_ASKED);
        }

        @Test
        void a_no_can_become_a_yes_by_the_customers_own_choice() {
            given(ASKED, DECLINED)
                    .when(grant(TUESDAY, AGGREGATE_QUOTE, CASE_STUDY))
                    .then(GRANTED);
        }

        @Test
        void a_no_does_not_keep_the_question_open_beyond_its_day() {
            given(ASKED, DECLINED).when(grant(ANSWER_BY, AGGREGATE_QUOTE)).thenRefused(CONSENT_EXPIRED);
        }

        @Test
        void the_same_yes_twice_is_one_yes() {
            given(ASKED, GRANTED)
                    .when(grant(WEDNESDAY, AGGREGATE_QUOTE, CASE_STUDY))
                    .then();
        }

        @Test
        void another_yes_begins_with_a_withdrawal() {
            given(ASKED, GRANTED).when(grant(WEDNESDAY, AGGREGATE_QUOTE)).thenRefused(ALREADY_GRANTED);
        }

        @Test
        void a_withdrawal_is_final() {
            given(ASKED, GRANTED, WITHDRAWN)
                    .when(grant(WEDNESDAY, AGGREGATE_QUOTE))
                    .thenRefused(ALREADY_WITHDRAWN);
        }

        @Test
        void an_expired_request_grants_nothing() {
            given(ASKED, UNANSWERED).when(grant(ANSWER_BY, AGGREGATE_QUOTE)).thenRefused(CONSENT_EXPIRED);
        }
    }

    @Nested
    @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
    class Declining {
        @Test
        void the_customer_declines() {
            given(ASKED).when(decline(TUESDAY)).then(DECLINED);
        }

        @Test
        void declining_after_agreeing_is_a_withdrawal_and_must_be_named_so() {
            given(ASKED, GRANTED).when(decline(WEDNESDAY)).thenRefused(ALREADY_GRANTED);
        }

        @Test
        void a_second_no_changes_nothing() {
            given(ASKED, DECLINED).when(decline(WEDNESDAY)).then();
            given(ASKED, GRANTED, WITHDRAWN).when(decline(WEDNESDAY)).then();
            given(ASKED, UNANSWERED).when(decline(ANSWER_BY)).then();
        }

        @Test
        void nobody_declines_what_nobody_asked() {
            given().when(decline(TUESDAY)).thenRefused(NOT_ASKED);
        }
    }

    @Nested
    @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
    class Withdrawing {
        @Test
        void the_customer_withdraws() {
            given(ASKED, GRANTED).when(withdraw(WEDNESDAY)).then(WITHDRAWN);
        }

        @Test
        void a_withdrawal_takes_every_story_with_it_in_the_same_append() {
            given(ASKED, GRANTED, STORY_DRAFTED, STORY_CHECKED, STORY_RELEASED, STORY_USED)
                    .when(withdraw(WEDNESDAY))
                    .then(
                            WITHDRAWN,
                            recalled(RecallReason.CONSENT_WITHDRAWN, WEDNESDAY, "https://blog.example/refunds"));
        }

        @Test
        void withdrawing_before_answering_is_a_no() {
            given(ASKED).when(withdraw(TUESDAY)).then(DECLINED);
        }

        @Test
        void a_withdrawal_still_counts_after_the_end_when_nobody_has_noted_it() {
            var late = oneYearFrom(TUESDAY).plus(Duration.ofDays(1));
            given(ASKED, GRANTED)
                    .when(withdraw(late))
                    .then(new ConsentEvent.ConsentWithdrawn(
                            REQUEST, TICKET, ROSA, BOTH, NOTICE, oneYearFrom(TUESDAY), Channel.LINK, late));
        }

        @Test
        void a_second_withdrawal_changes_nothing() {
            given(ASKED, GRANTED, WITHDRAWN).when(withdraw(WEDNESDAY)).then();
            given(ASKED, DECLINED).when(withdraw(WEDNESDAY)).then();
            given(ASKED, UNANSWERED).when(withdraw(ANSWER_BY)).then();
        }

        @Test
        void nobody_withdraws_what_nobody_asked() {
            given().when(withdraw(TUESDAY)).thenRefused(NOT_ASKED);
        }
    }

    @Nested
    @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
    class Expiring {
        @Test
        void silence_is_a_no_after_the_deadline() {
            given(ASKED).when(new ExpireConsent(ANSWER_BY)).then(UNANSWERED);
        }

        @Test
        void before_the_deadline_nothing_expires() {
            given(ASKED).when(new ExpireConsent(ANSWER_BY.minusMillis(1))).then();
            given(ASKED, GRANTED).when(new ExpireConsent(ANSWER_BY)).then();
        }

        @Test
        void a_permission_ends_when_its_time_is_up_and_takes_its_stories_along() {
            var end = oneYearFrom(TUESDAY);
            given(ASKED, GRANTED, STORY_DRAFTED)
                    .when(new ExpireConsent(end))
                    .then(RUN_OUT, recalled(RecallReason.CONSENT_EXPIRED, end));
        }

        @Test
        void what_is_over_does_not_expire() {
            given().when(new ExpireConsent(IN_A_YEAR)).then();
            given(ASKED, DECLINED).when(new ExpireConsent(IN_A_YEAR)).then();
            given(ASKED, GRANTED, WITHDRAWN).when(new ExpireConsent(IN_A_YEAR)).then();
            given(ASKED, UNANSWERED).when(new ExpireConsent(IN_A_YEAR)).then();
        }
    }
}
