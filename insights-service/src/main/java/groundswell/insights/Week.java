package groundswell.insights;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** An ISO week, Monday to Sunday, written {@code 2026-W07}. It may last 167 or 169 hours where clocks change. */
public record Week(LocalDate monday) {
    public Week {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("An ISO week begins on a Monday");
        }
    }

    public static Week of(Instant time, ZoneId zone) {
        return new Week(time.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    public static Optional<Week> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE))
                    .filter(monday -> monday.getYear() >= 1970 && monday.getYear() < 2200)
                    .map(Week::new);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    public Week previous() {
        return new Week(monday.minusWeeks(1));
    }

    /** The whole week against the whole week before. */
    public Comparison closed(ZoneId zone) {
        return new Comparison(
                new Span(start(zone), new Week(monday.plusWeeks(1)).start(zone)),
                new Span(previous().start(zone), start(zone)));
    }

    /**
     * The week as far as it has come, against the same stretch of the week before: a Tuesday is not compared with seven
     * days. Once the week is over this is {@link #closed}; before it begins it is empty.
     */
    public Comparison soFar(Instant now, ZoneId zone) {
        var whole = closed(zone);
        if (!now.isBefore(whole.span().to())) {
            return whole;
        }
        var to = now.isBefore(whole.span().from()) ? whole.span().from() : Grain.QUARTER.ceil(now);
        var weekEarlier = Grain.QUARTER.ceil(to.atZone(zone).minusWeeks(1).toInstant());
        return new Comparison(
                new Span(whole.span().from(), to), new Span(whole.before().from(), weekEarlier));
    }

    private Instant start(ZoneId zone) {
        return monday.atStartOfDay(zone).toInstant();
    }

    @Override
    public String toString() {
        return monday.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
    }
}
