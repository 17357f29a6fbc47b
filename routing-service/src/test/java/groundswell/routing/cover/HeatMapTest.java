package groundswell.routing.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import groundswell.routing.WeeklyShift;
import groundswell.routing.WorkingHours;
import groundswell.routing.cover.HeatMap.Cell;
import groundswell.routing.cover.HeatMap.Gap;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HeatMapTest {
    static final ZoneId UTC = ZoneId.of("UTC"), BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    static final WorkingHours OFFICE = WeeklyShift.hours(WeeklyShift.OFFICE, UTC);

    @Test
    void tickets_and_people_meet_in_their_hour_of_the_week() {
        var map = HeatMap.of(
                Map.of(MONDAY.minus(Duration.ofDays(7)).plus(Duration.ofHours(10)), 6),
                List.of(OFFICE, OFFICE),
                MONDAY,
                2,
                UTC);
        assertThat(cell(map, DayOfWeek.MONDAY, 10)).isEqualTo(new Cell(DayOfWeek.MONDAY, 10, 3, 2));
        assertThat(cell(map, DayOfWeek.MONDAY, 18)).isEqualTo(new Cell(DayOfWeek.MONDAY, 18, 0, 0));
    }

    @Test
    void hours_in_a_row_without_anybody_are_one_gap_and_the_largest_comes_first() {
        var map = HeatMap.of(
                Map.of(at("22T02"), 8, at("22T03"), 12, at("22T05"), 4, at("21T23"), 30, at("20T10"), 40),
                List.of(OFFICE),
                MONDAY,
                1,
                UTC);
        assertThat(map.gaps())
                .containsExactly(
                        new Gap(DayOfWeek.SATURDAY, 23, 24, 30),
                        new Gap(DayOfWeek.SUNDAY, 2, 4, 20),
                        new Gap(DayOfWeek.SUNDAY, 5, 6, 4));
    }

    @Test
    void somebody_who_works_half_of_an_hour_counts_half() {
        var half = WeeklyShift.hours(List.of(new WeeklyShift(List.of("mon"), "09:30", "11:00")), UTC);
        assertThat(cell(HeatMap.of(Map.of(), List.of(half), MONDAY, 4, UTC), DayOfWeek.MONDAY, 9)
                        .people())
                .isEqualTo(0.5);
    }

    @Test
    void by_anothers_clock_people_work_at_other_hours_and_at_both_while_theirs_changes() {
        var berlin = WeeklyShift.hours(WeeklyShift.OFFICE, BERLIN);
        var map = HeatMap.of(Map.of(), List.of(berlin), Instant.parse("2026-11-02T00:00:00Z"), 2, UTC);
        assertThat(cell(map, DayOfWeek.TUESDAY, 7).people()).isEqualTo(0.5); // 09:00 in summer
        assertThat(cell(map, DayOfWeek.TUESDAY, 15).people()).isEqualTo(0.5); // 16:00 in winter
        assertThat(cell(map, DayOfWeek.TUESDAY, 10).people()).isEqualTo(1);
    }

    @Property(tries = 100)
    void every_ticket_of_the_weeks_is_in_one_cell_whatever_the_clock(
            @ForAll @Size(max = 60) List<@IntRange(max = 4 * 168 + 100) Integer> hoursAgo) {
        var arrivals = new HashMap<Instant, Integer>();
        hoursAgo.forEach(hours -> arrivals.merge(MONDAY.minus(Duration.ofHours(hours + 1)), 1, Integer::sum));
        long within = hoursAgo.stream().filter(hours -> hours < 4 * 168).count();
        for (var zone : List.of(UTC, BERLIN, ZoneId.of("America/Los_Angeles"))) {
            var map = HeatMap.of(arrivals, List.of(OFFICE), MONDAY, 4, zone);
            assertThat(map.cells()).hasSize(168);
            assertThat(map.cells().stream().mapToDouble(Cell::arrivals).sum() * 4)
                    .isCloseTo(within, within(1e-6));
            assertThat(map.cells().stream().mapToDouble(Cell::people).sum()).isCloseTo(40, within(1e-6));
        }
    }

    private static Cell cell(HeatMap map, DayOfWeek day, int hour) {
        return map.cells().get((day.getValue() - 1) * 24 + hour);
    }

    private static Instant at(String dayAndHour) {
        return Instant.parse("2026-11-" + dayAndHour + ":00:00Z");
    }
}
