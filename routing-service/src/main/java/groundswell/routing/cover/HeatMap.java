package groundswell.routing.cover;

import groundswell.routing.WorkingHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Tickets by hour of the week against people at work, over some whole weeks. Pure.
 *
 * @param cells 168, from Monday 00:00 on, by the wall clock of {@code zone}
 */
record HeatMap(ZoneId zone, int weeks, List<Cell> cells) {
    static final int HOURS = 7 * 24;

    /**
     * One hour of the week.
     *
     * @param arrivals tickets a week
     * @param people at work, on average: somebody who works half of the hour counts half
     */
    record Cell(DayOfWeek day, int hour, double arrivals, double people) {
        boolean uncovered() {
            return people == 0 && arrivals > 0;
        }
    }

    /**
     * Hours in a row, on one day, in which tickets arrive and nobody is at work.
     *
     * @param from the first hour; {@code to} the one after the last
     * @param arrivals tickets a week
     */
    record Gap(DayOfWeek day, int from, int to, double arrivals) {}

    /**
     * @param arrivals tickets by the full hour in which they were opened
     * @param end of the weeks; a ticket of before or after does not count
     */
    static HeatMap of(Map<Instant, Integer> arrivals, List<WorkingHours> people, Instant end, int weeks, ZoneId zone) {
        var until = end.truncatedTo(ChronoUnit.HOURS);
        var start = until.minus(Duration.ofDays(7L * weeks));
        var tickets = new double[HOURS];
        var worked = new double[HOURS];
        for (var hour = start; hour.isBefore(until); hour = hour.plus(1, ChronoUnit.HOURS)) {
            int place = place(hour.atZone(zone));
            tickets[place] += arrivals.getOrDefault(hour, 0);
            var next = hour.plus(1, ChronoUnit.HOURS);
            for (var person : people) worked[place] += minutes(person.between(hour, next)) / 60;
        }
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < HOURS; i++) {
            cells.add(new Cell(DayOfWeek.of(i / 24 + 1), i % 24, tickets[i] / weeks, worked[i] / weeks));
        }
        return new HeatMap(zone, weeks, List.copyOf(cells));
    }

    /** The gaps, the one with the most tickets first. */
    List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        for (int i = 0; i < HOURS; i++) {
            var cell = cells.get(i);
            if (!cell.uncovered()) continue;
            var last = gaps.isEmpty() ? null : gaps.getLast();
            if (last != null && last.day() == cell.day() && last.to() == cell.hour()) {
                gaps.removeLast();
                gaps.add(new Gap(last.day(), last.from(), cell.hour() + 1, last.arrivals() + cell.arrivals()));
            } else {
                gaps.add(new Gap(cell.day(), cell.hour(), cell.hour() + 1, cell.arrivals()));
            }
        }
        gaps.sort(Comparator.comparingDouble(Gap::arrivals).reversed());
        return gaps;
    }

    private static int place(ZonedDateTime hour) {
        return (hour.getDayOfWeek().getValue() - 1) * 24 + hour.getHour();
    }

    private static double minutes(Duration duration) {
        return duration.toSeconds() / 60.0;
    }
}
