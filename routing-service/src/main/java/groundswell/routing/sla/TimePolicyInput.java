package groundswell.routing.sla;

import groundswell.routing.BusinessCalendar;
import groundswell.routing.BusinessCalendar.Holiday;
import groundswell.routing.ServiceLevel;
import groundswell.routing.ServiceLevel.Promise;
import groundswell.routing.http.OneLine;
import groundswell.routing.http.Refused;
import groundswell.routing.http.ShiftInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time policy as it is sent: all of it.
 *
 * @param levels the first one for a ticket's plan decides, so the one for everybody is the last
 * @param staleMinutes by status {@code open}, {@code in_progress} or {@code pending}; one left out is never stale
 * @param note why, for whoever reads the history
 */
public record TimePolicyInput(
        @NotNull @Size(max = 20) List<@NotNull @Valid CalendarInput> calendars,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid LevelInput> levels,

        @Nullable
        Map<@NotNull @Pattern(regexp = "open|in_progress|pending") String, @NotNull @Min(1) @Max(MOST_MINUTES) Integer>
                staleMinutes,

        @Nullable @OneLine @Size(max = 500) String note) {
    /** 90 days. */
    private static final int MOST_MINUTES = 129_600;

    private static final Duration LEAST_WEEK = Duration.ofHours(1);
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    /** @param timeZone an IANA name such as {@code Europe/Berlin} */
    public record CalendarInput(
            @NotNull @Pattern(regexp = CODE) @Size(max = 64) String code,

            @NotNull @OneLine @Size(max = 120) String name,
            @NotNull String timeZone,
            @NotNull @Size(min = 1, max = 21) List<@NotNull @Valid ShiftInput> hours,

            @Nullable @Size(max = Holidays.MOST) List<@NotNull @Valid HolidayInput> holidays) {}

    public record HolidayInput(
            @NotNull LocalDate date,
            @NotNull @OneLine @Size(max = 120) String name) {}

    /** @param plans whom it is for; nothing means everybody */
    public record LevelInput(
            @NotNull @OneLine @Size(max = 120) String name,
            @Nullable @Size(max = 50) List<@NotNull @OneLine @Size(max = 100) String> plans,

            @NotNull @Size(max = 4)
            Map<@NotNull @Pattern(regexp = "P[1-4]") String, @NotNull @Valid PromiseInput> targets) {}

    /** Minutes of the calendar's hours; what is left out is not promised. */
    public record PromiseInput(
            @NotNull @Pattern(regexp = CODE) String calendar,
            @Nullable @Min(1) @Max(MOST_MINUTES) Integer team,
            @Nullable @Min(1) @Max(MOST_MINUTES) Integer firstReply,
            @Nullable @Min(1) @Max(MOST_MINUTES) Integer nextReply,
            @Nullable @Min(1) @Max(MOST_MINUTES) Integer resolution) {}

    Map<String, Integer> stale() {
        return staleMinutes == null ? Map.of() : staleMinutes;
    }

    /** Or a refusal that names the first field that is wrong. */
    List<BusinessCalendar> businessCalendars() {
        var codes = new HashSet<>(Set.of(BusinessCalendar.ALWAYS));
        for (int i = 0; i < calendars.size(); i++) {
            var field = "calendars[" + i + "]";
            var calendar = calendars.get(i);
            if (!codes.add(calendar.code()))
                throw Refused.field(field + ".code", "is another calendar's too, or the built-in one's");
            check(calendar, field);
        }
        return calendars.stream().map(TimePolicyInput::calendar).toList();
    }

    private static void check(CalendarInput calendar, String field) {
        if (!ZoneId.getAvailableZoneIds().contains(calendar.timeZone()))
            throw Refused.field(field + ".timeZone", "must be an IANA name such as Europe/Berlin");
        try {
            var week = calendar(calendar).with(List.of()).workingHours();
            var monday = LocalDate.EPOCH.plusDays(4).atStartOfDay(week.zone());
            if (week.between(monday.toInstant(), monday.plusWeeks(1).toInstant())
                            .compareTo(LEAST_WEEK)
                    < 0)
                throw Refused.field(field + ".hours", "must be at least an hour a week, or no time would pass");
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Refused.field(field + ".hours", "must be times of the day, in at least one shift a week");
        }
    }

    private static BusinessCalendar calendar(CalendarInput calendar) {
        return new BusinessCalendar(
                calendar.code(),
                calendar.name().strip(),
                calendar.timeZone(),
                calendar.hours().stream().map(ShiftInput::shift).toList(),
                calendar.holidays() == null
                        ? List.of()
                        : calendar.holidays().stream()
                                .map(day -> new Holiday(day.date(), day.name()))
                                .toList());
    }

    /** Or a refusal that names the first field that is wrong. */
    List<ServiceLevel> serviceLevels(List<BusinessCalendar> known) {
        var codes = new HashSet<>(Set.of(BusinessCalendar.ALWAYS));
        known.forEach(calendar -> codes.add(calendar.code()));
        for (int i = 0; i < levels.size(); i++) {
            for (var target : levels.get(i).targets().entrySet()) {
                if (!codes.contains(target.getValue().calendar()))
                    throw Refused.field(
                            "levels[%d].targets.%s.calendar".formatted(i, target.getKey()),
                            "must be one of "
                                    + String.join(", ", codes.stream().sorted().toList()));
            }
        }
        allReached();
        return levels.stream().map(TimePolicyInput::level).toList();
    }

    /** The first level for a plan decides: one that never would is a mistake, not a wish. */
    private void allReached() {
        var seen = new HashSet<String>();
        for (int i = 0; i < levels.size(); i++) {
            var field = "levels[" + i + "].plans";
            var plans = levels.get(i).plans();
            if (plans == null || plans.isEmpty()) {
                if (i < levels.size() - 1)
                    throw Refused.field(field, "must name plans: the promises for everybody come last");
            } else {
                for (var plan : plans) {
                    if (!seen.add(plan.toLowerCase(Locale.ROOT)))
                        throw Refused.field(field, "must not name a plan that was promised something before");
                }
            }
        }
    }

    private static ServiceLevel level(LevelInput level) {
        var targets = new HashMap<String, Promise>();
        level.targets()
                .forEach((priority, p) -> targets.put(
                        priority, new Promise(p.calendar(), p.team(), p.firstReply(), p.nextReply(), p.resolution())));
        return new ServiceLevel(level.name().strip(), level.plans() == null ? List.of() : level.plans(), targets);
    }
}
