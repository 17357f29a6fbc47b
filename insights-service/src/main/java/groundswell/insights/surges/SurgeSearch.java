package groundswell.insights.surges;

import groundswell.insights.Grain;
import groundswell.insights.Span;
import groundswell.insights.Surge;
import groundswell.insights.SurgeKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Searches a long stretch in pieces of two weeks, so that ten years need no more memory than one month. A piece begins at a
 * midnight (UTC) that no surge reaches over, and what is found of it is what a single search would have found.
 */
final class SurgeSearch {
    private static final Duration PIECE = Duration.ofDays(14), DAY = Duration.ofDays(1), HISTORY = Duration.ofDays(57);

    private final Connection connection;
    private final SurgeRules rules;
    private final ZoneId zone;
    private final List<Surge> known;

    /** @param known the surges before the first day that is searched */
    SurgeSearch(Connection connection, SurgeRules rules, ZoneId zone, List<Surge> known) {
        this.connection = connection;
        this.rules = rules;
        this.zone = zone;
        this.known = new ArrayList<>(known);
    }

    /** What was found up to {@code next}, from where a search may go on; those that last are not closed. */
    record Piece(List<Surge> surges, Instant next) {}

    /** All pieces up to the end. */
    List<Surge> from(Instant midnight, Instant end) throws SQLException {
        var found = new ArrayList<Surge>();
        for (var from = midnight; from.isBefore(end); ) {
            var piece = piece(from, from, end);
            found.addAll(piece.surges());
            known.addAll(piece.surges());
            from = piece.next();
        }
        return found;
    }

    /** One piece that comes further than {@code beyond}: longer than usual where a surge is. */
    Piece piece(Instant from, Instant beyond, Instant end) throws SQLException {
        for (var length = PIECE; ; length = length.plus(PIECE)) {
            var to = earlier(from.plus(length), end);
            var surges = search(from, to);
            var next = to.equals(end) ? end : clear(surges, to);
            if (to.equals(end) || next.isAfter(beyond)) {
                return new Piece(
                        surges.stream()
                                .filter(surge -> !surge.opened().isAfter(next))
                                .toList(),
                        next);
            }
        }
    }

    /** The last midnight up to the given one that no surge, nor the day in which it may go on, reaches over. */
    static Instant clear(List<Surge> surges, Instant midnight) {
        var clear = midnight;
        for (boolean moved = true; moved; ) {
            moved = false;
            for (var surge : surges) {
                if (surge.began().isBefore(clear) && quietAt(surge).isAfter(clear)) {
                    clear = Grain.DAY.floor(surge.began());
                    moved = true;
                }
            }
        }
        return clear;
    }

    private static Instant quietAt(Surge surge) {
        return surge.closed() ? surge.unusualTo().plus(Duration.ofMinutes(15L * SurgeRules.SETTLED)) : Instant.MAX;
    }

    private List<Surge> search(Instant from, Instant to) throws SQLException {
        var start = from.minus(DAY);
        var quarters = CountedQuarters.in(connection, new Span(start.minus(HISTORY), to));
        return SurgeDetector.in(
                quarters.from(start),
                rules,
                (day, before) -> usual(quarters, start.plus(DAY.multipliedBy(day)), before));
    }

    private Map<SurgeKey, Usual> usual(QuarterCounts quarters, Instant day, List<Surge> before) {
        var history = new HourlyHistory(day);
        quarters.each(history::add);
        known.forEach(history::leaveOut);
        before.forEach(history::leaveOut);
        return Rhythm.of(history, zone);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
