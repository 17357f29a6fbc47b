package groundswell.routing;

import groundswell.routing.WorkingHours.Shift;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;

/**
 * Hours that somebody works, as people write them.
 *
 * @param days of {@code mon} to {@code sun}
 * @param from such as {@code 09:00}
 * @param to such as {@code 17:30}; {@code 24:00} is the end of the day, and a time that is not later is on the next one
 */
public record WeeklyShift(List<String> days, String from, String to) {
    /** In the order of {@link DayOfWeek}. */
    public static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** Until somebody says otherwise. */
    public static final List<WeeklyShift> OFFICE = List.of(new WeeklyShift(DAYS.subList(0, 5), "09:00", "17:00"));

    public WeeklyShift {
        days = List.copyOf(days);
    }

    /** @throws java.time.DateTimeException for a time that is none; IllegalArgumentException for such a day, or for no hours */
    public static WorkingHours hours(List<WeeklyShift> shifts, ZoneId zone) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (var shift : shifts) {
            for (var name : shift.days()) {
                int day = DAYS.indexOf(name);
                if (day < 0) throw new IllegalArgumentException("No day " + name);
                week.computeIfAbsent(DayOfWeek.of(day + 1), _ -> new ArrayList<>())
                        .add(new Shift(LocalTime.parse(shift.from()), end(shift.to())));
            }
        }
        return new WorkingHours(zone, week, Set.<LocalDate>of());
    }

    private static LocalTime end(String time) {
        return time.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(time);
    }
}
