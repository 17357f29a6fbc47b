package groundswell.insights;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stretches of time a count is shown for. Rolling windows move in steps of 15 minutes and end with the quarter hour
 * that is running, so a ticket is counted the moment it arrives. Calendar windows are closed: the last whole ISO week
 * or month of the time zone in which the company reads its week.
 */
public enum Window {
    HOUR("1h"),
    DAY("24h"),
    SEVEN_DAYS("7d"),
    FOUR_WEEKS("28d"),
    WEEK("week"),
    MONTH("month");

    private final String code;

    Window(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** What a tab says. */
    public String label() {
        return switch (this) {
            case HOUR -> "Last hour";
            case DAY -> "24 hours";
            case SEVEN_DAYS -> "7 days";
            case FOUR_WEEKS -> "28 days";
            case WEEK -> "Last week";
            case MONTH -> "Last month";
        };
    }

    public static Optional<Window> of(String code) {
        return Stream.of(values()).filter(window -> window.code.equals(code)).findAny();
    }

    /** The window as it stood at a moment. */
    public Comparison at(Instant now, ZoneId zone) {
        return switch (this) {
            case HOUR -> rolling(now, Duration.ofHours(1));
            case DAY -> rolling(now, Duration.ofDays(1));
            case SEVEN_DAYS -> rolling(now, Duration.ofDays(7));
            case FOUR_WEEKS -> rolling(now, Duration.ofDays(28));
            case WEEK -> Week.of(now, zone).previous().closed(zone);
            case MONTH -> closedMonth(now, zone);
        };
    }

    private static Comparison rolling(Instant now, Duration length) {
        var to = Grain.QUARTER.ceil(now);
        return new Comparison(Span.endingAt(to, length), Span.endingAt(to.minus(length), length));
    }

    private static Comparison closedMonth(Instant now, ZoneId zone) {
        var end = now.atZone(zone).toLocalDate().with(TemporalAdjusters.firstDayOfMonth());
        var to = end.atStartOfDay(zone).toInstant();
        var from = end.minusMonths(1).atStartOfDay(zone).toInstant();
        var before = end.minusMonths(2).atStartOfDay(zone).toInstant();
        return new Comparison(new Span(from, to), new Span(before, from));
    }
}
