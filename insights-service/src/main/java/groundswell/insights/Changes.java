package groundswell.insights;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a batch of facts does to the counts: signed differences, summed per cell, so that a thousand tickets of one
 * quarter hour are one row's change. A ticket that moves takes one from where it was and adds one where it is.
 */
public final class Changes {
    private final SortedMap<Cell, Long> cells = new TreeMap<>();
    private final SortedMap<TagCell, Long> tags = new TreeMap<>();
    private final SortedMap<String, Load> queues = new TreeMap<>();

    public void moved(CountedTicket before, CountedTicket after) {
        before.cells().forEach(cell -> add(cell, -1));
        after.cells().forEach(cell -> add(cell, 1));
        before.tagCells().forEach(cell -> add(cell, -1));
        after.tagCells().forEach(cell -> add(cell, 1));
        queues.merge(before.team(), Load.NONE.minus(before.load()), Load::plus);
        queues.merge(after.team(), after.load(), Load::plus);
        queues.values().removeIf(Load.NONE::equals);
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
        var days = new TreeMap<Cell, Long>();
        cells.forEach((cell, difference) -> days.merge(cell.day(), difference, Long::sum));
        days.values().removeIf(difference -> difference == 0);
        return days;
    }

    public SortedMap<String, Load> queues() {
        return queues;
    }
}
