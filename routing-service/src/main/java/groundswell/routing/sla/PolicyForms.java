package groundswell.routing.sla;

import groundswell.routing.BusinessCalendar;
import groundswell.routing.BusinessCalendar.Holiday;
import groundswell.routing.ServiceLevel;
import groundswell.routing.ServiceLevel.Promise;
import groundswell.routing.TimeTarget;
import groundswell.routing.WeeklyShift;
import groundswell.routing.http.HoursText;
import groundswell.routing.http.Refused;
import groundswell.routing.http.ShiftInput;
import groundswell.routing.sla.TimePolicyInput.CalendarInput;
import groundswell.routing.sla.TimePolicyInput.HolidayInput;
import groundswell.routing.sla.TimePolicyInput.LevelInput;
import groundswell.routing.sla.TimePolicyInput.PromiseInput;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parts of a time policy as the page's forms hold them, and as the API takes them. What cannot be read names its field. */
final class PolicyForms {
    private static final Pattern PROMISE = Pattern.compile("targets\\W.*?(P[1-4])]?\\.(\\w+)$");
    private static final Pattern STALE = Pattern.compile("^staleMinutes.*\\[(\\w+)]");

    static final List<String> PRIORITIES = List.of("P1", "P2", "P3", "P4");
    static final List<String> STATUSES = List.of("open", "in_progress", "pending");

    /** The name of the field that holds a promise: {@code P1.first_reply}; {@code P1.calendar} is by whose hours. */
    static String field(String priority, TimeTarget target) {
        return priority + "." + target;
    }

    /**
     * The field of the form that a part of the policy is filled in by: {@code levels[0].targets[P1].firstReply} is
     * {@code P1.first_reply}, {@code calendars[2].holidays[4].name} is {@code holidays}.
     */
    static String fieldOf(String path) {
        var promise = PROMISE.matcher(path);
        if (promise.find())
            return promise.group(1) + "."
                    + promise.group(2).replace("firstReply", "first_reply").replace("nextReply", "next_reply");
        var stale = STALE.matcher(path);
        if (stale.find()) return stale.group(1);
        return path.replaceFirst("^(?:levels|calendars)\\[\\d+]\\.", "").replaceFirst("[.\\[<].*$", "");
    }

    static LevelInput level(MultivaluedMap<String, String> form) {
        var targets = new HashMap<String, PromiseInput>();
        for (var priority : PRIORITIES) {
            var promise = new PromiseInput(
                    text(form, priority + ".calendar"),
                    span(form, field(priority, TimeTarget.TEAM)),
                    span(form, field(priority, TimeTarget.FIRST_REPLY)),
                    span(form, field(priority, TimeTarget.NEXT_REPLY)),
                    span(form, field(priority, TimeTarget.RESOLUTION)));
            boolean promised = promise.team() != null
                    || promise.firstReply() != null
                    || promise.nextReply() != null
                    || promise.resolution() != null;
            if (promised) targets.put(priority, promise);
        }
        var plans = Arrays.stream(text(form, "plans").split(","))
                .map(String::strip)
                .filter(plan -> !plan.isEmpty())
                .distinct()
                .toList();
        return new LevelInput(text(form, "name"), plans, targets);
    }

    static CalendarInput calendar(String code, MultivaluedMap<String, String> form) {
        List<WeeklyShift> hours;
        try {
            hours = HoursText.read(text(form, "hours"));
        } catch (IllegalArgumentException e) {
            throw Refused.field("hours", Objects.requireNonNull(e.getMessage()));
        }
        return new CalendarInput(
                code, text(form, "name"), text(form, "timeZone"), shifts(hours), holidays(text(form, "holidays")));
    }

    static Map<String, Integer> stale(MultivaluedMap<String, String> form) {
        var minutes = new TreeMap<String, Integer>();
        for (var status : STATUSES) {
            var written = span(form, status);
            if (written != null) minutes.put(status, written);
        }
        return minutes;
    }

    /** One a line: the date, then what it is. */
    static String write(List<Holiday> days) {
        return days.stream().map(day -> day.date() + " " + day.name()).collect(Collectors.joining("\n"));
    }

    private static List<HolidayInput> holidays(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> {
                    var parts = line.split("\\s+", 2);
                    try {
                        return new HolidayInput(LocalDate.parse(parts[0]), parts.length > 1 ? parts[1] : "Day off");
                    } catch (DateTimeException e) {
                        throw Refused.field("holidays", "must be a date and a name a line: 2027-01-01 New Year’s Day");
                    }
                })
                .toList();
    }

    static LevelInput of(ServiceLevel level) {
        var targets = new HashMap<String, PromiseInput>();
        level.targets().forEach((priority, promise) -> targets.put(priority, of(promise)));
        return new LevelInput(level.name(), level.plans(), targets);
    }

    private static PromiseInput of(Promise p) {
        return new PromiseInput(p.calendar(), p.team(), p.firstReply(), p.nextReply(), p.resolution());
    }

    static CalendarInput of(BusinessCalendar calendar) {
        return new CalendarInput(
                calendar.code(),
                calendar.name(),
                calendar.timeZone(),
                shifts(calendar.hours()),
                calendar.holidays().stream()
                        .map(day -> new HolidayInput(day.date(), day.name()))
                        .toList());
    }

    private static List<ShiftInput> shifts(List<WeeklyShift> hours) {
        return hours.stream()
                .map(shift -> new ShiftInput(shift.days(), shift.from(), shift.to()))
                .toList();
    }

    private static @Nullable Integer span(MultivaluedMap<String, String> form, String field) {
        try {
            return MinutesText.read(text(form, field));
        } catch (IllegalArgumentException e) {
            throw Refused.field(field, Objects.requireNonNull(e.getMessage()));
        }
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "").strip();
    }

    private PolicyForms() {}
}
