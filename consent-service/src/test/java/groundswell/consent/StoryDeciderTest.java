package groundswell.consent;

import static groundswell.consent.ConsentRefused.Reason.*;
import static groundswell.consent.ConsentScenario.given;
import static groundswell.consent.Facts.*;
import static groundswell.consent.RecallReason.*;
import static groundswell.consent.Scope.*;

import groundswell.consent.ConsentCommand.*;
import groundswell.consent.ConsentEvent.*;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoryDeciderTest {
    final ConsentEvent[] allowed = {ASKED, GRANTED};
    final ConsentEvent[] drafted = {ASKED, GRANTED, STORY_DRAFTED};
    final ConsentEvent[] checked = {ASKED, GRANTED, STORY_DRAFTED, STORY_CHECKED};
    final ConsentEvent[] released = {ASKED, GRANTED, STORY_DRAFTED, STORY_CHECKED, STORY_RELEASED};
    final ConsentEvent[] recalled = {ASKED, GRANTED, STORY_DRAFTED, Facts.recalled(BY_HAND, TUESDAY)};

    @Test
    void a_story_is_drafted_from_a_consented_ticket() {
        given(allowed).when(draft(TICKET, ROSA, TUESDAY)).then(STORY_DRAFTED);
    }

    @Test
    void without_a_consent_there_is_no_draft() {
        given().when(draft(TICKET, ROSA, TUESDAY)).thenRefused(NOT_COVERED);
        given(ASKED).when(draft(TICKET, ROSA, TUESDAY)).thenRefused(NOT_COVERED);
        given(ASKED, DECLINED).when(draft(TICKET, ROSA, TUESDAY)).thenRefused(NOT_COVERED);
        given(ASKED, GRANTED, WITHDRAWN).when(draft(TICKET, ROSA, TUESDAY)).thenRefused(NOT_COVERED);
        given(ASKED, UNANSWERED).when(draft(TICKET, ROSA, TUESDAY)).thenRefused(NOT_COVERED);
    }

    @Test
    void the_consent_of_one_customer_never_covers_anothers_ticket() {
        given(allowed).when(draft(OTHER_TICKET, ROSA, TUESDAY)).thenRefused(NOT_COVERED);
        given(allowed).when(draft(TICKET, OTHER_CUSTOMER, TUESDAY)).thenRefused(NOT_COVERED);
    }

    @Test
    void a_consent_past_its_end_covers_nothing_also_before_anybody_noted_it() {
        given(allowed).when(draft(TICKET, ROSA, oneYearFrom(TUESDAY))).thenRefused(NOT_COVERED);
        given(checked).when(release(oneYearFrom(TUESDAY))).thenRefused(NOT_COVERED);
    }

    @Test
    void the_permission_to_name_somebody_is_no_permission_to_tell_their_story() {
        var named = new ConsentGranted(
                REQUEST,
                TICKET,
                ROSA,
                List.of(NAMED_REFERENCE),
                Credit.FIRST_NAME,
                NOTICE,
                "en",
                null,
                Channel.LINK,
                TUESDAY);
        given(ASKED, named).when(draft(TICKET, ROSA, TUESDAY)).thenRefused(NOT_COVERED);
    }

    @Test
    void a_story_is_drafted_once_and_a_consent_bears_only_so_many() {
        given(drafted).when(draft(TICKET, ROSA, TUESDAY)).thenRefused(ALREADY_DRAFTED);
        var many = Stream.concat(
                        Stream.of(ASKED, GRANTED),
                        IntStream.range(0, StoryDecider.MOST)
                                .mapToObj(i -> new StoryDrafted(
                                        REQUEST, new UUID(9, i), TICKET, null, null, null, DRAFT, PRESS, TUESDAY)))
                .toArray(ConsentEvent[]::new);
        given(many).when(draft(TICKET, ROSA, TUESDAY)).thenRefused(TOO_MANY_STORIES);
    }

    @Test
    void a_person_checks_the_text() {
        given(drafted).when(check(TUESDAY)).then(STORY_CHECKED);
    }

    @Test
    void a_text_may_be_checked_again_until_it_is_released() {
        given(checked).when(check(TUESDAY)).then(STORY_CHECKED);
        given(released).when(check(TUESDAY)).thenRefused(ALREADY_RELEASED);
        given(recalled).when(check(TUESDAY)).thenRefused(RECALLED);
    }

    @Test
    void nothing_is_released_that_no_person_has_checked() {
        given(drafted).when(release(TUESDAY)).thenRefused(NOT_CHECKED);
    }

    @Test
    void a_checked_story_is_released_once() {
        given(checked).when(release(TUESDAY)).then(STORY_RELEASED);
        given(released).when(release(TUESDAY)).then();
        given(recalled).when(release(TUESDAY)).thenRefused(RECALLED);
    }

    @Test
    void after_a_withdrawal_nothing_is_checked_or_released() {
        var withdrawn = Stream.concat(
                        Stream.of(checked), Stream.of(WITHDRAWN, Facts.recalled(CONSENT_WITHDRAWN, WEDNESDAY)))
                .toArray(ConsentEvent[]::new);
        given(withdrawn).when(check(WEDNESDAY)).thenRefused(RECALLED);
        given(withdrawn).when(release(WEDNESDAY)).thenRefused(RECALLED);
    }

    @Test
    void a_use_is_noted_once_per_place_and_only_as_what_was_granted() {
        given(released).when(use(CASE_STUDY, TUESDAY)).then(STORY_USED);
        given(ASKED, GRANTED, STORY_DRAFTED, STORY_CHECKED, STORY_RELEASED, STORY_USED)
                .when(use(CASE_STUDY, TUESDAY))
                .then();
        given(released).when(use(NAMED_REFERENCE, TUESDAY)).thenRefused(NOT_COVERED);
        given(checked).when(use(CASE_STUDY, TUESDAY)).thenRefused(NOT_RELEASED);
        given(recalled).when(use(CASE_STUDY, TUESDAY)).thenRefused(RECALLED);
    }

    @Test
    void a_story_is_recalled_by_hand_at_any_time_and_stays_so() {
        given(drafted).when(new RecallStory(STORY, WEDNESDAY)).then(Facts.recalled(BY_HAND, WEDNESDAY));
        given(checked).when(new RecallStory(STORY, WEDNESDAY)).then(Facts.recalled(BY_HAND, WEDNESDAY));
        given(released).when(new RecallStory(STORY, WEDNESDAY)).then(Facts.recalled(BY_HAND, WEDNESDAY));
        given(recalled).when(new RecallStory(STORY, WEDNESDAY)).then();
    }

    @Test
    void what_was_never_drafted_is_unknown() {
        given(allowed).when(check(TUESDAY)).thenRefused(NO_SUCH_STORY);
        given(allowed).when(release(TUESDAY)).thenRefused(NO_SUCH_STORY);
        given(allowed).when(use(CASE_STUDY, TUESDAY)).thenRefused(NO_SUCH_STORY);
        given(allowed).when(new RecallStory(STORY, TUESDAY)).thenRefused(NO_SUCH_STORY);
    }
}
