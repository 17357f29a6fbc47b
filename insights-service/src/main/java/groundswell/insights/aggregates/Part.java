package groundswell.insights.aggregates;

import groundswell.insights.Grain;
import groundswell.insights.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A stretch within one UTC day, whose sums hold for as long as that day's counts do not change. */
record Part(Grain grain, Instant from, Instant to) {
    static List<Part> of(Span span) {
        var parts = new ArrayList<Part>();
        for (var from = span.from(); from.isBefore(span.to()); ) {
            var midnight = Grain.DAY.ceil(from.plusNanos(1));
            var to = midnight.isBefore(span.to()) ? midnight : span.to();
            var whole = from.equals(Grain.DAY.floor(from)) && to.equals(midnight);
            parts.add(new Part(whole ? Grain.DAY : Grain.QUARTER, from, to));
            from = to;
        }
        return parts;
    }

    Span.Piece piece() {
        return new Span.Piece(grain, from, to);
    }

    Instant day() {
        return Grain.DAY.floor(from);
    }
}
