package groundswell.insights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The counts, as every page and answer asks for them. */
public interface Counts {
    /**
     * For each span the tickets in it, by the codes of {@code by} in that order. Combinations without a ticket are
     * absent. One read, however many spans.
     */
    List<Map<List<String>, Long>> in(List<Span> spans, Measure measure, List<Dimension> by, Only only);

    /** A window beside the one before it. */
    default Map<List<String>, Figure> compare(Comparison comparison, List<Dimension> by, Only only) {
        var sums = in(List.of(comparison.span(), comparison.before()), Measure.OPENED, by, only);
        var figures = new HashMap<List<String>, Figure>();
        sums.getFirst().forEach((codes, n) -> figures.merge(codes, new Figure(n, 0), Figure::plus));
        sums.getLast().forEach((codes, n) -> figures.merge(codes, new Figure(0, n), Figure::plus));
        return figures;
    }

    /** The same by one dimension. */
    default Map<String, Figure> compare(Comparison comparison, Dimension by, Only only) {
        var figures = new HashMap<String, Figure>();
        compare(comparison, List.of(by), only).forEach((codes, figure) -> figures.put(codes.getFirst(), figure));
        return figures;
    }

    /** All tickets of each span, whatever their codes. */
    default List<Long> totals(List<Span> spans, Measure measure, Only only) {
        return in(spans, measure, List.of(), only).stream()
                .map(sums -> sums.getOrDefault(List.of(), 0L))
                .toList();
    }
}
