package groundswell.routing.dealing;

import static groundswell.routing.dealing.DealingTest.ADA;
import static groundswell.routing.dealing.DealingTest.person;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.routing.Colleague;
import groundswell.routing.DealingRules;
import groundswell.routing.Roster.Place;
import groundswell.routing.RoutingEvent.HandOnReason;
import groundswell.routing.WeeklyShift;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Which tickets cannot stay with Ada, who works from nine to five in Berlin. Times are hers; the 2nd is a Monday. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HandingOnTest {
    static final Colleague AT_WORK = person(ADA, "Europe/Berlin");

    static Instant at(String local) {
        return LocalDateTime.parse("2026-03-" + local)
                .atZone(ZoneId.of("Europe/Berlin"))
                .toInstant();
    }

    static Held since(String local) {
        return new Held(new UUID(1, 1), "product", ADA, at(local), true, false, 3);
    }

    static @Nullable HandOnReason reason(Held ticket, @Nullable Colleague person, String now) {
        return HandingOn.reason(ticket, person, Set.of(), DealingRules.USUAL, at(now))
                .orElse(null);
    }

    @Test
    void it_stays_as_long_as_she_is_at_work() {
        assertThat(reason(since("02T10:00"), AT_WORK, "02T16:59")).isNull();
    }

    @Test
    void what_the_customer_waits_for_goes_on_when_her_shift_ends() {
        assertThat(reason(since("02T10:00"), AT_WORK, "02T17:00")).isEqualTo(HandOnReason.SHIFT_ENDED);
    }

    @Test
    void a_lunch_break_ends_no_shift() {
        var halves = new Place(
                "product",
                "Europe/Berlin",
                List.of(
                        new WeeklyShift(WeeklyShift.DAYS, "09:00", "12:00"),
                        new WeeklyShift(WeeklyShift.DAYS, "13:00", "17:00")));
        var ada = Colleague.of(ADA, halves, null);
        assertThat(reason(since("02T10:00"), ada, "02T12:30")).isNull();
        assertThat(reason(since("02T10:00"), ada, "02T17:00")).isEqualTo(HandOnReason.SHIFT_ENDED);
    }

    @Test
    void what_is_answered_or_waits_for_the_customer_stays() {
        var answered = new Held(new UUID(1, 1), "product", ADA, at("02T10:00"), false, false, 3);
        assertThat(reason(answered, AT_WORK, "02T17:00")).isNull();
        var pending = new Held(new UUID(1, 1), "product", ADA, at("02T10:00"), true, true, 3);
        assertThat(reason(pending, AT_WORK, "02T17:00")).isNull();
    }

    @Test
    void what_a_lead_gives_her_in_the_evening_is_for_her_next_shift() {
        assertThat(reason(since("02T20:00"), AT_WORK, "02T21:00")).isNull();
        assertThat(reason(since("02T20:00"), AT_WORK, "03T12:00")).isNull();
        assertThat(reason(since("02T20:00"), AT_WORK, "03T17:30")).isEqualTo(HandOnReason.SHIFT_ENDED);
    }

    @Test
    void it_returns_after_half_an_hour_of_her_working_time_away() {
        var away = person(ADA, "Europe/Berlin", 3, at("02T16:45"));
        assertThat(reason(since("02T10:00"), away, "02T16:59")).isNull();
        var answered = new Held(new UUID(1, 1), "product", ADA, at("02T10:00"), false, false, 3);
        assertThat(reason(answered, away, "03T09:14")).isNull();
        assertThat(reason(answered, away, "03T09:15")).isEqualTo(HandOnReason.ABSENT);
    }

    @Test
    void it_returns_at_once_from_whoever_has_left() {
        assertThat(HandingOn.reason(since("02T10:00"), null, Set.of(ADA), DealingRules.USUAL, at("02T10:01")))
                .contains(HandOnReason.LEFT);
    }

    @Test
    void somebody_of_another_team_keeps_what_they_took_until_their_shift_ends() {
        var elsewhere = new Colleague(ADA, "revenue", AT_WORK.hours(), 3, Set.of(), null);
        assertThat(reason(since("02T10:00"), elsewhere, "02T10:01")).isNull();
        assertThat(reason(since("02T10:00"), elsewhere, "02T17:01")).isEqualTo(HandOnReason.SHIFT_ENDED);
    }

    @Test
    void whoever_was_never_of_a_team_keeps_what_they_took() {
        assertThat(reason(since("02T10:00"), null, "04T10:00")).isNull();
    }
}
