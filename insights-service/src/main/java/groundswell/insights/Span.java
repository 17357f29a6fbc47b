package groundswell.insights;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Time from one quarter hour's edge to another; {@code from} belongs to it, {@code to} no more. */
public record Span(Instant from, Instant to) {
    /** A stretch of the span that is kept in one grain. */
    public record Piece(Grain grain, Instant from, Instant to) {}

    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A span ends after it begins");
        }
        if (!Grain.QUARTER.floor(from).equals(from) || !Grain.QUARTER.floor(to).equals(to)) {
            throw new IllegalArgumentException("A span begins and ends on a quarter hour");
        }
    }

    public static Span endingAt(Instant to, Duration length) {
        return new Span(to.minus(length), to);
    }

    public boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** As few rows as possible add up to it: whole UTC days in the middle, quarter hours at its two ends. */
    public List<Piece> pieces() {
        var firstDay = Grain.DAY.ceil(from);
        var lastDay = Grain.DAY.floor(to);
        if (!firstDay.isBefore(lastDay)) {
            return some(new Piece(Grain.QUARTER, from, to));
        }
        return some(
                new Piece(Grain.QUARTER, from, firstDay),
                new Piece(Grain.DAY, firstDay, lastDay),
                new Piece(Grain.QUARTER, lastDay, to));
    }

    private static List<Piece> some(Piece... pieces) {
        return Stream.of(pieces)
                .filter(piece -> piece.from().isBefore(piece.to()))
                .toList();
    }
}
