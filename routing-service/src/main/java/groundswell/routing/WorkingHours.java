package groundswell.routing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When somebody works: wall-clock times of a zone, any number a day, without the days off. Pure.
 *
 * <p>Lengths are time that really passes. A shift over the hour that a clock skips is an hour shorter, one over the hour
 * it repeats an hour longer; times that overlap count once. A shift belongs to the day that it begins on, so one over
 * midnight into a day off is worked to its end.
 */
public record WorkingHours(ZoneId zone, Map<DayOfWeek, List<Shift>> week, Set<LocalDate> daysOff) {
    /** Longer than any week without an opening that is not one without end. */
    private static final int UNBROKEN_DAYS = 14;

    /** From a wall-clock time to another; one that is not later ends on the next day, so 00:00 to 00:00 is a whole day. */
    public record Shift(LocalTime from, LocalTime to) {}

    /** Every hour of every day. */
    public static final WorkingHours ALWAYS = everyDay(ZoneId.of("UTC"), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** @throws IllegalArgumentException where nobody ever works: no time would ever be up */
    public WorkingHours {
        var sorted = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        week.forEach((day, shifts) -> {
            if (!shifts.isEmpty()) {
                sorted.put(
                        day,
                        shifts.stream()
                                .sorted(Comparator.comparing(Shift::from))
                                .toList());
            }
        });
        if (sorted.isEmpty()) throw new IllegalArgumentException("Working hours need at least one shift a week");
        week = Map.copyOf(sorted);
        daysOff = Set.copyOf(daysOff);
    }

    public static WorkingHours everyDay(ZoneId zone, LocalTime from, LocalTime to) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) week.put(day, List.of(new Shift(from, to)));
        return new WorkingHours(zone, week, Set.of());
    }

    /** The working time that passes from one instant to a later one. */
    public Duration between(Instant from, Instant to) {
        var sum = Duration.ZERO;
        for (var openings = openings(from); ; ) {
            var next = openings.next();
            if (!next.from().isBefore(to)) return sum;
            sum = sum.plus(Duration.between(next.from(), next.to().isBefore(to) ? next.to() : to));
        }
    }

    /** The first instant at which {@code working} has passed since {@code from}. */
    public Instant plus(Instant from, Duration working) {
        if (!working.isPositive()) return from;
        var left = working;
        for (var openings = openings(from); ; ) {
            var next = openings.next();
            var length = Duration.between(next.from(), next.to());
            if (length.compareTo(left) >= 0) return next.from().plus(left);
            left = left.minus(length);
        }
    }

    public boolean isOpen(Instant at) {
        return !openings(at).next().from().isAfter(at);
    }

    /** {@code at} itself in working hours, else the next beginning of a shift. */
    public Instant nextOpening(Instant at) {
        return openings(at).next().from();
    }

    /** When work ends that is going on at {@code at}; empty outside working hours, and where it never ends. */
    public Optional<Instant> closing(Instant at) {
        var openings = openings(at);
        var now = openings.next();
        if (now.from().isAfter(at)) return Optional.empty();
        var end = now.to();
        var last = at.plus(Duration.ofDays(UNBROKEN_DAYS));
        for (var next = openings.next(); next.from().equals(end); next = openings.next()) {
            end = next.to();
            if (end.isAfter(last)) return Optional.empty();
        }
        return Optional.of(end);
    }

    private record Opening(Instant from, Instant to) {}

    /** What is left of the openings from an instant on, in order, none empty, none over another; there is always one more. */
    private Iterator<Opening> openings(Instant since) {
        return new Iterator<>() {
            private LocalDate day = since.atZone(zone).toLocalDate().minusDays(1);
            private Instant done = since;
            private final List<Opening> ahead = new ArrayList<>();

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Opening next() {
                while (ahead.isEmpty()) {
                    ahead.addAll(begunOn(day));
                    day = day.plusDays(1);
                    ahead.removeIf(opening -> !opening.to().isAfter(done));
                }
                var first = ahead.removeFirst();
                var opening = first.from().isBefore(done) ? new Opening(done, first.to()) : first;
                done = opening.to();
                ahead.removeIf(later -> !later.to().isAfter(done));
                return opening;
            }
        };
    }

    private List<Opening> begunOn(LocalDate day) {
        if (daysOff.contains(day)) return List.of();
        return week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                .map(shift -> {
                    boolean overnight = !shift.to().isAfter(shift.from());
                    return new Opening(
                            instant(day.atTime(shift.from()), true),
                            instant((overnight ? day.plusDays(1) : day).atTime(shift.to()), false));
                })
                .filter(opening -> opening.from().isBefore(opening.to()))
                .toList();
    }

    /**
     * A beginning is when the clock first shows that time or a later one, an end is after it has last shown an earlier one.
     * So a time that it skips is when it skips; one that it shows twice begins at the first and ends at the second, but for
     * the very time that it goes back to: everything earlier is over at the first.
     */
    private Instant instant(LocalDateTime local, boolean beginning) {
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) return zone.getRules().getTransition(local).getInstant();
        boolean first = beginning || isGoneBackTo(local);
        return local.toInstant(first ? offsets.getFirst() : offsets.getLast());
    }

    private boolean isGoneBackTo(LocalDateTime local) {
        var change = zone.getRules().getTransition(local);
        return change != null && change.isOverlap() && change.getDateTimeAfter().equals(local);
    }
}
