package groundswell.routing.sla;

import groundswell.routing.BusinessCalendar;
import groundswell.routing.Edition.TimePolicyPublished;
import groundswell.routing.PeopleNames;
import groundswell.routing.ServiceLevel;
import groundswell.routing.ServiceLevel.Promise;
import groundswell.routing.Team;
import groundswell.routing.Teams;
import groundswell.routing.TimePolicy;
import groundswell.routing.TimeTarget;
import groundswell.routing.http.HoursText;
import groundswell.routing.journal.Editions.Published;
import groundswell.routing.sla.TargetsQuery.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The time policy as the page shows it: every figure in words, and each part as its form holds it. Pure. */
public record PromisesView(
        int version,
        List<TimeTarget> targets,
        List<KeptRow> kept,
        List<String> teams,
        List<LevelOf> levels,
        List<CalendarOf> calendars,
        List<Stale> stale,
        List<Change> changes) {
    private static final int SHOWN_CHANGES = 10;
    private static final int SHOWN_DAYS = 4;

    /** How a kind of promise was kept: in all, by each of {@link PromisesView#teams}, then where it had none yet. */
    public record KeptRow(TimeTarget target, List<Share> shares) {}

    /** @param of how many ended; attainment is null where none did */
    public record Share(long met, long of, @Nullable Double attainment) {}

    /** @param place from 0; the first level for a ticket's plan decides */
    public record LevelOf(int place, String name, String plans, List<PriorityOf> priorities) {}

    /** @param calendar code of the calendar by whose hours the times pass */
    public record PriorityOf(String priority, @Nullable String calendar, String calendarName, List<Time> times) {}

    /** @param field what the form calls it; {@code text} is empty where nothing is promised */
    public record Time(String field, TimeTarget target, String text) {}

    /** @param next the days off that come next, and how many more there are */
    public record CalendarOf(
            String code,
            String name,
            String timeZone,
            String hours,
            String holidays,
            List<BusinessCalendar.Holiday> next,
            int more,
            boolean used) {}

    public record Stale(String status, String text) {}

    /** @param who for people to read: {@code by} and a name, or {@code shipped} */
    public record Change(
            int version, Instant at, String who, @Nullable String note) {}

    static PromisesView of(
            TimePolicy policy,
            List<Published<TimePolicyPublished>> history,
            List<Kept> kept,
            Teams teams,
            Map<UUID, String> called,
            LocalDate today) {
        var e = policy.published();
        return new PromisesView(
                e.version(),
                List.of(TimeTarget.values()),
                kept(kept, teams),
                teams.all().stream().map(Team::name).toList(),
                IntStream.range(0, e.levels().size())
                        .mapToObj(place -> level(place, e.levels().get(place), e.calendars()))
                        .toList(),
                e.calendars().stream()
                        .map(calendar -> calendar(calendar, e.levels(), today))
                        .toList(),
                PolicyForms.STATUSES.stream()
                        .map(status -> new Stale(
                                status, MinutesText.write(e.staleMinutes().get(status))))
                        .toList(),
                history.reversed().stream()
                        .limit(SHOWN_CHANGES)
                        .map(one -> change(one, called))
                        .toList());
    }

    private static List<KeptRow> kept(List<Kept> kept, Teams teams) {
        return Arrays.stream(TimeTarget.values())
                .map(target -> {
                    var of = kept.stream()
                            .filter(one -> one.target().equals(target.toString()))
                            .toList();
                    var shares = new ArrayList<>(List.of(share(of)));
                    teams.codes()
                            .forEach(team -> shares.add(share(of.stream()
                                    .filter(one -> team.equals(one.team()))
                                    .toList())));
                    shares.add(
                            share(of.stream().filter(one -> one.team() == null).toList()));
                    return new KeptRow(target, shares);
                })
                .toList();
    }

    private static Share share(List<Kept> kept) {
        long met = kept.stream().mapToLong(Kept::met).sum();
        long of = met + kept.stream().mapToLong(Kept::breached).sum();
        return new Share(met, of, of == 0 ? null : (double) met / of);
    }

    private static LevelOf level(int place, ServiceLevel level, List<BusinessCalendar> calendars) {
        return new LevelOf(
                place,
                level.name(),
                String.join(", ", level.plans()),
                PolicyForms.PRIORITIES.stream()
                        .map(priority -> priority(priority, level.targets().get(priority), calendars))
                        .toList());
    }

    private static PriorityOf priority(String priority, @Nullable Promise promise, List<BusinessCalendar> calendars) {
        var calendar = promise == null ? null : promise.calendar();
        return new PriorityOf(
                priority,
                calendar,
                name(calendar, calendars),
                Arrays.stream(TimeTarget.values())
                        .map(target -> new Time(
                                PolicyForms.field(priority, target),
                                target,
                                MinutesText.write(promise == null ? null : promise.minutes(target))))
                        .toList());
    }

    private static String name(@Nullable String code, List<BusinessCalendar> calendars) {
        if (code == null) return "";
        return calendars.stream()
                .filter(calendar -> calendar.code().equals(code))
                .findFirst()
                .map(BusinessCalendar::name)
                .orElse("Day and night");
    }

    private static CalendarOf calendar(BusinessCalendar calendar, List<ServiceLevel> levels, LocalDate today) {
        var coming = calendar.holidays().stream()
                .filter(day -> !day.date().isBefore(today))
                .sorted(Comparator.comparing(BusinessCalendar.Holiday::date))
                .toList();
        return new CalendarOf(
                calendar.code(),
                calendar.name(),
                calendar.timeZone(),
                HoursText.write(calendar.hours()),
                PolicyForms.write(calendar.holidays()),
                coming.stream().limit(SHOWN_DAYS).toList(),
                Math.max(0, coming.size() - SHOWN_DAYS),
                levels.stream()
                        .flatMap(level -> level.targets().values().stream())
                        .anyMatch(promise -> promise.calendar().equals(calendar.code())));
    }

    private static Change change(Published<TimePolicyPublished> published, Map<UUID, String> called) {
        var e = published.edition();
        return new Change(e.version(), e.at(), PeopleNames.who(published.by(), called), e.note());
    }
}
