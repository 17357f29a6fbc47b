package groundswell.insights;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a batch of facts does to the counts: signed differences, summed per cell, so that a thousand tickets of one
 * quarter hour are one row's change. A ticket that moves takes one from where it was and adds one where it is.
 */
public final class Changes {
    private final SortedMap<Cell, Long> cells = new TreeMap<>();
    private final SortedMap<TagCell, Long> tags = new TreeMap<>();
    private final SortedMap<String, Load> queues = new TreeMap<>();
    private final SortedSet<CountedDay> days = new TreeSet<>();

    public void moved(CountedTicket before, CountedTicket after) {
        var left = before.cells();
        var entered = after.cells();
        left.forEach(cell -> add(cell, -1));
        entered.forEach(cell -> add(cell, 1));
        touch(left, entered);
        touch(entered, left);
        if (!Objects.equals(before.firstReplyAt(), after.firstReplyAt())) {
            Stream.of(left, entered)
                    .flatMap(List::stream)
                    .filter(cell -> cell.measure() == Measure.ANSWERED)
                    .forEach(cell -> days.add(CountedDay.of(cell)));
        }
        before.tagCells().forEach(cell -> add(cell, -1));
        after.tagCells().forEach(cell -> add(cell, 1));
        queues.merge(before.team(), Load.NONE.minus(before.load()), Load::plus);
        queues.merge(after.team(), after.load(), Load::plus);
        queues.values().removeIf(Load.NONE::equals);
    }

    private void touch(List<Cell> cells, List<Cell> others) {
        cells.stream()
                .filter(cell -> Collections.frequency(cells, cell) != Collections.frequency(others, cell))
                .forEach(cell -> days.add(CountedDay.of(cell)));
    }

    private void add(Cell cell, long difference) {
        cells.merge(cell, difference, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
    }

    private void add(TagCell cell, long difference) {
        tags.merge(cell, difference, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
    }

    /** The earliest quarter hour in which a number of opened tickets changes. */
    public Optional<Instant> openedFrom() {
        return Stream.concat(
                        cells.keySet().stream()
                                .filter(cell -> cell.measure() == Measure.OPENED)
                                .map(Cell::quarter),
                        tags.keySet().stream().map(TagCell::quarter))
                .min(Comparator.naturalOrder());
    }

    /** UTC days of which a count, or the time behind one, may have changed: also where all differences cancel out. */
    public SortedSet<CountedDay> touchedDays() {
        return days;
    }

    /** Differences other than zero by tag and quarter hour. */
    public SortedMap<TagCell, Long> tags() {
        return tags;
    }

    /** Differences other than zero, by quarter hour, in the order in which they are to be written. */
    public SortedMap<Cell, Long> quarters() {
        return cells;
    }

    /** The same, by UTC day. */
    public SortedMap<Cell, Long> days() {
        var sums = new TreeMap<Cell, Long>();
        cells.forEach((cell, difference) -> sums.merge(cell.day(), difference, Long::sum));
        sums.values().removeIf(difference -> difference == 0);
        return sums;
    }

    public SortedMap<String, Load> queues() {
        return queues;
    }
}
