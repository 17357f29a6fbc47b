package groundswell.routing.sla;

import static groundswell.routing.TimeTarget.FIRST_REPLY;
import static groundswell.routing.TimeTarget.NEXT_REPLY;
import static groundswell.routing.TimeTarget.RESOLUTION;
import static groundswell.routing.TimeTarget.TEAM;
import static groundswell.routing.sla.TargetScenario.at;
import static groundswell.routing.sla.TargetScenario.opened;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.routing.sla.Target.Outcome;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A ticket's time targets, by example. Business hours in Berlin are 09:00–12:00 and 13:00–17:00, Monday to Friday. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TargetsTest {
    /** A Monday. */
    static final String MONDAY = "2026-03-02T10:00";

    @Test
    void time_passes_in_business_hours_only() {
        var due = opened(MONDAY).target(FIRST_REPLY, 1).dueAt(); // 120 minutes: to noon
        assertThat(due).isEqualTo(at("2026-03-02T12:00"));
        due = opened("2026-03-02T11:00").target(FIRST_REPLY, 1).dueAt();
        assertThat(due).isEqualTo(at("2026-03-02T14:00"));
        due = opened("2026-03-06T16:30").target(FIRST_REPLY, 1).dueAt();
        assertThat(due).isEqualTo(at("2026-03-09T10:30"));
    }

    @Test
    void a_holiday_does_not_count() {
        assertThat(opened("2026-12-24T16:30").target(FIRST_REPLY, 1).dueAt()).isEqualTo(at("2026-12-28T10:30"));
    }

    @Test
    void a_reply_at_the_very_instant_is_in_time_and_one_a_second_later_is_not() {
        assertThat(opened(MONDAY)
                        .replied("2026-03-02T12:00")
                        .target(FIRST_REPLY, 1)
                        .outcome())
                .isEqualTo(Outcome.MET);
        var late = opened(MONDAY).replied("2026-03-02T13:00:01").target(FIRST_REPLY, 1);
        assertThat(late.outcome()).isEqualTo(Outcome.MISSED);
        assertThat(late.dueAt()).isEqualTo(at("2026-03-02T12:00"));
    }

    @Test
    void a_clock_that_skips_an_hour_at_night_changes_no_office_hour_but_an_hour_of_every_day() {
        var office = opened("2026-03-27T16:00").target(FIRST_REPLY, 1);
        assertThat(office.dueAt()).isEqualTo(at("2026-03-30T10:00")); // 60 min. on Friday, 60 on Monday
        var always =
                opened("2026-03-29T01:30").prioritised("2026-03-29T01:30", "P1").target(FIRST_REPLY, 1);
        assertThat(always.dueAt()).isEqualTo(at("2026-03-29T03:30")); // 60 minutes, 02:00 to 03:00 never was
    }

    @Test
    void time_stands_still_while_the_ticket_waits_for_its_customer() {
        var waiting = opened(MONDAY).paused("2026-03-02T11:00");
        assertThat(waiting.target(RESOLUTION, 1).dueAt()).isNull();
        var resumed = waiting.resumed("2026-03-03T11:00");
        assertThat(opened(MONDAY).target(RESOLUTION, 1).dueAt()).isEqualTo(at("2026-03-03T10:00")); // 7 hours
        assertThat(resumed.target(RESOLUTION, 1).dueAt()).isEqualTo(at("2026-03-04T10:00"));
    }

    @Test
    void time_stands_still_while_another_ticket_goes_on_in_its_place() {
        var merged = opened(MONDAY).merged("2026-03-02T11:00");
        assertThat(merged.target(RESOLUTION, 1).dueAt()).isNull();
        assertThat(merged.life().status()).isEqualTo("merged");
        var unmerged = merged.unmerged("2026-03-03T11:00");
        assertThat(unmerged.target(RESOLUTION, 1).dueAt()).isEqualTo(at("2026-03-04T10:00"));
        assertThat(unmerged.life().status()).isEqualTo("open");
        var waits = opened(MONDAY)
                .paused("2026-03-02T10:30")
                .merged("2026-03-02T11:00")
                .unmerged("2026-03-03T11:00");
        assertThat(waits.target(RESOLUTION, 1).dueAt()).isNull();
        assertThat(waits.life().status()).isEqualTo("pending");
    }

    @Test
    void the_next_reply_begins_at_the_oldest_question_that_nobody_has_answered() {
        var asked = opened(MONDAY)
                .asked("2026-03-02T10:05") // before the first reply, which answers it too
                .replied("2026-03-02T10:30")
                .asked("2026-03-02T11:00")
                .asked("2026-03-02T11:30");
        assertThat(asked.target(NEXT_REPLY, 1).startedAt()).isEqualTo(at("2026-03-02T11:00"));
        assertThat(asked.target(NEXT_REPLY, 1).dueAt()).isEqualTo(at("2026-03-02T16:00"));
        var answered = asked.replied("2026-03-02T15:00").asked("2026-03-02T15:30");
        assertThat(answered.target(NEXT_REPLY, 1).outcome()).isEqualTo(Outcome.MET);
        assertThat(answered.target(NEXT_REPLY, 2).startedAt()).isEqualTo(at("2026-03-02T15:30"));
    }

    @Test
    void resolving_cancels_the_next_reply_but_not_one_that_was_missed() {
        var asked = opened(MONDAY).replied("2026-03-02T10:30").asked("2026-03-02T11:00");
        assertThat(asked.resolved("2026-03-02T15:00").target(NEXT_REPLY, 1).outcome())
                .isEqualTo(Outcome.CANCELLED);
        assertThat(asked.resolved("2026-03-02T16:30").target(NEXT_REPLY, 1).outcome())
                .isEqualTo(Outcome.MISSED);
    }

    @Test
    void a_reopening_begins_a_new_resolution() {
        var reopened = opened(MONDAY)
                .replied("2026-03-02T10:30")
                .resolved("2026-03-02T11:00")
                .asked("2026-03-04T10:00")
                .reopened("2026-03-04T10:00");
        assertThat(reopened.target(RESOLUTION, 1).outcome()).isEqualTo(Outcome.MET);
        assertThat(reopened.target(RESOLUTION, 2).startedAt()).isEqualTo(at("2026-03-04T10:00"));
        assertThat(reopened.target(NEXT_REPLY, 1).startedAt()).isEqualTo(at("2026-03-04T10:00"));
    }

    @Test
    void a_higher_priority_counts_from_the_start_and_may_be_missed_at_once() {
        var raised = opened(MONDAY).prioritised("2026-03-02T11:30", "P1");
        var missed = raised.replied("2026-03-02T11:45").target(FIRST_REPLY, 1);
        assertThat(missed.outcome()).isEqualTo(Outcome.MISSED);
        assertThat(missed.dueAt()).isEqualTo(at("2026-03-02T11:30"));
    }

    @Test
    void a_priority_that_was_never_in_force_promises_nothing() {
        var asked = opened(MONDAY).prioritised("2026-03-02T10:00", "P2").replied("2026-03-02T10:10");
        var passed = asked.asked("2026-03-02T11:00")
                .prioritised("2026-03-02T12:00", "P3")
                .prioritised("2026-03-02T12:00", "P2");
        assertThat(passed.targets()).noneMatch(target -> target.kind() == NEXT_REPLY);
    }

    @Test
    void what_a_lower_priority_does_not_promise_is_cancelled_and_cannot_be_met() {
        var lowered = opened(MONDAY).prioritised("2026-03-02T10:10", "P1").prioritised("2026-03-02T10:20", "P2");
        var resolved = lowered.resolved("2026-03-06T10:00").target(RESOLUTION, 1);
        assertThat(resolved.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(resolved.endedAt()).isEqualTo(at("2026-03-02T10:20"));
    }

    @Test
    void whoever_loses_its_team_is_to_be_with_one_in_time_again() {
        var lost = opened(MONDAY).withTeam("2026-03-02T10:05").withoutTeam("2026-03-02T11:00");
        assertThat(lost.target(TEAM, 1).outcome()).isEqualTo(Outcome.MET);
        assertThat(lost.target(TEAM, 2).dueAt()).isEqualTo(at("2026-03-02T12:00"));
        assertThat(lost.withTeam("2026-03-02T11:30").target(TEAM, 2).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void a_lower_priority_undoes_no_miss() {
        var lowered = opened(MONDAY).prioritised("2026-03-02T15:00", "P4").replied("2026-03-02T15:10");
        assertThat(lowered.target(FIRST_REPLY, 1).outcome()).isEqualTo(Outcome.MISSED);
        assertThat(lowered.target(FIRST_REPLY, 1).dueAt()).isEqualTo(at("2026-03-02T12:00"));
    }

    @Test
    void it_is_with_a_team_in_time() {
        assertThat(opened(MONDAY).target(TEAM, 1).dueAt()).isEqualTo(at("2026-03-02T11:00"));
        assertThat(opened(MONDAY).withTeam("2026-03-02T10:59").target(TEAM, 1).outcome())
                .isEqualTo(Outcome.MET);
    }

    @Test
    void a_warning_comes_fifteen_working_minutes_before_and_half_way_for_short_times() {
        assertThat(opened("2026-03-06T16:00").target(FIRST_REPLY, 1).warnAt()).isEqualTo(at("2026-03-09T09:45"));
        assertThat(opened("2026-03-06T15:05").target(FIRST_REPLY, 1).warnAt()).isEqualTo(at("2026-03-06T16:50"));
        var short20 = opened(MONDAY).prioritised(MONDAY, "P2").target(FIRST_REPLY, 1);
        assertThat(short20.warnAt()).isEqualTo(at("2026-03-02T10:10"));
    }

    @Test
    void where_nothing_is_promised_there_is_no_target() {
        assertThat(opened(MONDAY).prioritised(MONDAY, "P2").targets()).noneMatch(target -> target.kind() == RESOLUTION);
    }
}
