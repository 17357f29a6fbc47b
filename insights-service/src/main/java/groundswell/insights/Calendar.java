package groundswell.insights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** Now, and the time zone in which the company reads its days, weeks and months. */
public record Calendar(Clock clock, ZoneId zone) {
    public Instant now() {
        return clock.instant();
    }

    /** Local days up to today; today reaches to the end of the running quarter hour. The oldest comes first. */
    public List<Span> days(int count) {
        var now = now();
        var today = now.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(1 - count, 0)
                .mapToObj(today::plusDays)
                .map(day -> day(day, now))
                .toList();
    }

    private Span day(LocalDate day, Instant now) {
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        var running = Grain.QUARTER.ceil(now);
        return new Span(day.atStartOfDay(zone).toInstant(), running.isBefore(end) ? running : end);
    }

    /** Equal steps up to the end of the running quarter hour; the oldest comes first. */
    public List<Span> steps(int count, Duration step) {
        var end = Grain.QUARTER.ceil(now());
        return IntStream.range(0, count)
                .mapToObj(i -> Span.endingAt(end.minus(step.multipliedBy(count - 1L - i)), step))
                .toList();
    }
}
