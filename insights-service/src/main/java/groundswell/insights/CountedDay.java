package groundswell.insights;

import java.time.Instant;
import java.util.Comparator;

/** A UTC day of a measure. */
public record CountedDay(Measure measure, Instant day) implements Comparable<CountedDay> {
    private static final Comparator<CountedDay> ORDER =
            Comparator.comparing(CountedDay::measure).thenComparing(CountedDay::day);

    static CountedDay of(Cell cell) {
        return new CountedDay(cell.measure(), Grain.DAY.floor(cell.quarter()));
    }

    @Override
    public int compareTo(CountedDay other) {
        return ORDER.compare(this, other);
    }
}
