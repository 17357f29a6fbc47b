package groundswell.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import groundswell.routing.WorkingHours.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkingHoursTest {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final WorkingHours OFFICE = week(BERLIN, shift("09:00", "12:00"), shift("13:00", "17:00"));

    @Test
    void a_lunch_break_is_no_working_time() {
        assertThat(OFFICE.between(at("2026-11-25T11:30"), at("2026-11-25T13:15")))
                .isEqualTo(Duration.ofMinutes(45));
        assertThat(OFFICE.isOpen(at("2026-11-25T12:30"))).isFalse();
        assertThat(OFFICE.nextOpening(at("2026-11-25T12:30"))).isEqualTo(at("2026-11-25T13:00"));
    }

    @Test
    void what_is_not_done_on_friday_goes_on_after_the_weekend() {
        assertThat(OFFICE.plus(at("2026-11-27T16:00"), Duration.ofHours(2))).isEqualTo(at("2026-11-30T10:00"));
    }

    @Test
    void time_that_is_up_at_the_end_of_a_shift_is_up_then_and_not_the_next_morning() {
        assertThat(OFFICE.plus(at("2026-11-25T16:00"), Duration.ofHours(1))).isEqualTo(at("2026-11-25T17:00"));
    }

    @Test
    void nobody_works_on_a_day_off() {
        var hours = new WorkingHours(BERLIN, OFFICE.week(), Set.of(LocalDate.parse("2026-12-25")));
        assertThat(hours.plus(at("2026-12-24T16:00"), Duration.ofHours(2))).isEqualTo(at("2026-12-28T10:00"));
    }

    @Test
    void a_night_shift_over_the_hour_that_the_clock_skips_is_an_hour_shorter() {
        var night = week(BERLIN, shift("22:00", "06:00"));
        assertThat(night.between(at("2026-03-28T22:00"), at("2026-03-29T06:00")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(night.between(at("2026-03-27T22:00"), at("2026-03-28T06:00")))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_night_shift_over_the_hour_that_the_clock_repeats_is_an_hour_longer() {
        var night = week(BERLIN, shift("22:00", "06:00"));
        assertThat(night.between(at("2026-10-24T22:00"), at("2026-10-25T06:00")))
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void a_shift_that_begins_in_the_hour_that_is_skipped_begins_when_it_is_skipped() {
        var early = week(BERLIN, shift("02:30", "04:00"));
        assertThat(early.between(at("2026-03-29T00:00"), at("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_shift_within_the_hour_that_is_repeated_is_worked_through_both() {
        var small = week(BERLIN, shift("02:00", "02:30"));
        assertThat(small.between(at("2026-10-25T00:00"), at("2026-10-25T12:00")))
                .isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void a_night_shift_into_a_day_off_is_worked_to_its_end() {
        var hours = new WorkingHours(
                BERLIN, week(BERLIN, shift("22:00", "06:00")).week(), Set.of(LocalDate.parse("2026-11-26")));
        assertThat(hours.isOpen(at("2026-11-26T05:00"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-26T23:00"))).isFalse();
        assertThat(hours.isOpen(at("2026-11-27T05:00"))).isFalse();
    }

    @Test
    void shifts_that_overlap_count_once() {
        var both = week(BERLIN, shift("09:00", "15:00"), shift("12:00", "17:00"), shift("10:00", "11:00"));
        assertThat(both.between(at("2026-11-25T00:00"), at("2026-11-26T00:00"))).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void work_ends_when_the_last_shift_in_a_row_does_and_never_where_there_is_no_end() {
        var row = week(BERLIN, shift("09:00", "12:00"), shift("12:00", "17:00"));
        assertThat(row.closing(at("2026-11-25T10:00"))).contains(at("2026-11-25T17:00"));
        assertThat(row.closing(at("2026-11-25T17:00"))).isEmpty();
        assertThat(WorkingHours.ALWAYS.closing(at("2026-11-25T10:00"))).isEmpty();
        assertThat(WorkingHours.ALWAYS.between(at("2026-03-28T00:00"), at("2026-03-30T00:00")))
                .isEqualTo(Duration.between(at("2026-03-28T00:00"), at("2026-03-30T00:00")));
    }

    @Test
    void hours_without_a_shift_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkingHours(BERLIN, Map.of(), Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingHours(BERLIN, Map.of(DayOfWeek.MONDAY, List.of()), Set.of()));
    }

    @Property(tries = 300)
    void between_is_what_counting_minute_by_minute_comes_to(
            @ForAll("hours") WorkingHours hours,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(max = 5_000) int minutes) {
        int counted = worked(hours, from, minutes).cardinality();
        assertThat(hours.between(from, from.plus(Duration.ofMinutes(minutes)))).isEqualTo(Duration.ofMinutes(counted));
    }

    @Property(tries = 500)
    void plus_is_the_first_instant_at_which_that_much_has_passed(
            @ForAll("hours") WorkingHours hours,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(min = 1, max = 20_000) int minutes) {
        var working = Duration.ofMinutes(minutes);
        var up = hours.plus(from, working);
        assertThat(hours.between(from, up)).isEqualTo(working);
        assertThat(hours.between(from, up.minusNanos(1))).isLessThan(working);
    }

    @Property(tries = 300)
    void between_adds_up(
            @ForAll("hours") WorkingHours hours,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(max = 100_000) int first,
            @ForAll @IntRange(max = 100_000) int second) {
        var middle = from.plusSeconds(first * 7L);
        var to = middle.plusSeconds(second * 7L);
        assertThat(hours.between(from, middle).plus(hours.between(middle, to))).isEqualTo(hours.between(from, to));
    }

    @Property(tries = 300)
    void open_is_where_an_opening_is_now_and_an_opening_is_where_it_is_open(
            @ForAll("hours") WorkingHours hours, @ForAll("instants") Instant at) {
        var opening = hours.nextOpening(at);
        assertThat(hours.isOpen(at)).isEqualTo(opening.equals(at));
        assertThat(hours.isOpen(opening)).isTrue();
        assertThat(hours.between(at, opening)).isEqualTo(Duration.ZERO);
    }

    /** By looking at the wall clock every minute: a shift is from when it first shows its time to when it last shows less. */
    private static BitSet worked(WorkingHours hours, Instant from, int minutes) {
        var worked = new BitSet(minutes);
        var first = from.atZone(hours.zone()).toLocalDate().minusDays(2);
        var last = from.plus(Duration.ofMinutes(minutes)).atZone(hours.zone()).toLocalDate();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (hours.daysOff().contains(day)) continue;
            for (var shift : hours.week().getOrDefault(day.getDayOfWeek(), List.of())) {
                var end = shift.to().isAfter(shift.from()) ? day : day.plusDays(1);
                mark(day.atTime(shift.from()), end.atTime(shift.to()), hours.zone(), from, minutes, worked);
            }
        }
        return worked;
    }

    private static void mark(
            LocalDateTime begin, LocalDateTime end, ZoneId zone, Instant from, int minutes, BitSet worked) {
        var midnight = begin.toLocalDate().atStartOfDay(zone).toInstant();
        int begun = -1;
        int ended = -1;
        for (int i = 0; i < 51 * 60; i++) {
            var local = midnight.plus(Duration.ofMinutes(i)).atZone(zone).toLocalDateTime();
            if (begun < 0 && !local.isBefore(begin)) begun = i;
            if (local.isBefore(end)) ended = i + 1;
        }
        int offset = (int) Duration.between(from, midnight).toMinutes();
        int low = Math.max(0, begun + offset);
        int high = Math.min(minutes, ended + offset);
        if (low < high) worked.set(low, high);
    }

    @Provide
    Arbitrary<WorkingHours> hours() {
        var zones = Arbitraries.of("Europe/Berlin", "America/New_York", "America/Los_Angeles", "Asia/Kolkata")
                .map(ZoneId::of);
        var times = Arbitraries.integers().between(0, 95).map(quarter -> LocalTime.MIN.plusMinutes(15L * quarter));
        var shifts = Combinators.combine(times, times).as(Shift::new).list().ofMaxSize(3);
        var weeks = shifts.list()
                .ofSize(7)
                .filter(days -> days.stream().anyMatch(list -> !list.isEmpty()))
                .map(days -> {
                    var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
                    for (var day : DayOfWeek.values()) week.put(day, days.get(day.ordinal()));
                    return week;
                });
        var off = Arbitraries.integers()
                .between(0, 365)
                .map(LocalDate.parse("2026-01-01")::plusDays)
                .set()
                .ofMaxSize(20);
        return Combinators.combine(zones, weeks, off)
                .as((zone, week, days) -> new WorkingHours(zone, week, new HashSet<>(days)));
    }

    /** Whole minutes of 2026, many of them about the days on which clocks change. */
    @Provide
    Arbitrary<Instant> instants() {
        var changes = Arbitraries.of("2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01")
                .map(day -> Instant.parse(day + "T00:00:00Z").minus(Duration.ofDays(1)));
        var near = Combinators.combine(changes, Arbitraries.integers().between(0, 2 * 24 * 60))
                .as((start, minutes) -> start.plus(Duration.ofMinutes(minutes)));
        var any = Arbitraries.integers()
                .between(0, 365 * 24 * 60)
                .map(minutes -> Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minutes)));
        return Arbitraries.oneOf(near, any);
    }

    private static WorkingHours week(ZoneId zone, Shift... shifts) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (day.getValue() < 6 || shifts[0].to().isBefore(shifts[0].from()) || shifts.length == 1)
                week.put(day, List.of(shifts));
        }
        return new WorkingHours(zone, week, Set.of());
    }

    private static Shift shift(String from, String to) {
        return new Shift(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String berlin) {
        return LocalDateTime.parse(berlin).atZone(BERLIN).toInstant();
    }
}
