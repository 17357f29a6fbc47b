package groundswell.insights;

import java.time.Instant;
import java.util.Comparator;

/**
 * The address of one count. Cells have one order, in which every transaction changes them: two batches that meet in
 * several cells wait for each other and never in a circle.
 *
 * @param quarter start of the quarter hour
 */
public record Cell(Measure measure, Instant quarter, Dimensions where) implements Comparable<Cell> {
    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::measure)
            .thenComparing(Cell::quarter)
            .thenComparing(cell -> cell.where.theme())
            .thenComparing(cell -> cell.where.team())
            .thenComparing(cell -> cell.where.channel())
            .thenComparing(cell -> cell.where.plan())
            .thenComparing(cell -> cell.where.history());

    /** The cell of the whole UTC day that this one is part of. */
    public Cell day() {
        return new Cell(measure, Grain.DAY.floor(quarter), where);
    }

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
