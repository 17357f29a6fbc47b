package groundswell.insights.operations;

import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Measure;
import groundswell.insights.Only;
import groundswell.insights.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts of equal steps per code, as arrays: what charts and levels are made of. */
record Arrivals(Map<String, long[]> byCode, int steps) {
    static Arrivals read(Counts counts, List<Span> steps, Measure measure, Dimension by) {
        var found = new HashMap<String, long[]>();
        var sums = counts.in(steps, measure, List.of(by), Only.ALL);
        for (int i = 0; i < steps.size(); i++) {
            for (var sum : sums.get(i).entrySet()) {
                found.computeIfAbsent(sum.getKey().getFirst(), _ -> new long[steps.size()])[i] = sum.getValue();
            }
        }
        return new Arrivals(found, steps.size());
    }

    long[] of(String code) {
        return byCode.getOrDefault(code, new long[steps]);
    }

    long[] all() {
        var all = new long[steps];
        for (var one : byCode.values()) {
            for (int i = 0; i < steps; i++) {
                all[i] += one[i];
            }
        }
        return all;
    }
}
