package groundswell.routing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The hours in which promised time passes.
 *
 * @param code what service levels name; {@value #ALWAYS} is there without being written: every hour of every day
 * @param timeZone an IANA name
 * @param hours by that zone's wall clock, several a day if need be
 * @param holidays days on which no time passes
 */
public record BusinessCalendar(
        String code, String name, String timeZone, List<WeeklyShift> hours, List<Holiday> holidays) {
    public static final String ALWAYS = "always";

    /** A day off. */
    public record Holiday(LocalDate date, String name) {}

    @SuppressWarnings("NullAway") // an absent list is null until here
    public BusinessCalendar {
        hours = List.copyOf(hours);
        holidays = holidays == null ? List.of() : List.copyOf(holidays);
    }

    public BusinessCalendar with(List<Holiday> others) {
        return new BusinessCalendar(code, name, timeZone, hours, others);
    }

    /** @throws java.time.DateTimeException for a zone or a time that is none; IllegalArgumentException for no hours */
    public WorkingHours workingHours() {
        var plain = WeeklyShift.hours(hours, ZoneId.of(timeZone));
        return new WorkingHours(
                plain.zone(), plain.week(), holidays.stream().map(Holiday::date).collect(Collectors.toSet()));
    }
}
