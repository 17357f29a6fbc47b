package groundswell.routing.sla;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.util.Frequency;
import groundswell.routing.BusinessCalendar.Holiday;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;

/**
 * Days off, out of an iCalendar file (RFC 5545): its all-day events, with those that recur, from last year to five years
 * from now. Everything else in the file is passed over and counted. Pure.
 *
 * @param skipped events that are no day off: at a time of day, cancelled, outside those years, or recurring more often
 *     than daily
 */
record Holidays(List<Holiday> days, int skipped) {
    /** Characters, or bytes of an upload. */
    static final int LARGEST_FILE = 1_000_000;

    /** More days off than that no calendar has; whatever a file asks for ends here. */
    static final int MOST = 1000;

    private static final int LONGEST_EVENT_DAYS = 62;
    private static final int LONGEST_NAME = 120;
    private static final Set<Frequency> SLOW_ENOUGH =
            EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    /** Reads leniently: what is broken is passed over like what is none of ours. */
    static Holidays of(String file, LocalDate today) {
        var from = today.minusYears(1).withDayOfYear(1);
        var to = today.plusYears(5);
        Map<LocalDate, String> found = new TreeMap<>();
        int skipped = 0;
        for (var calendar : Biweekly.parse(file).all()) {
            for (var event : calendar.getEvents()) {
                int before = found.size();
                if (isDayOff(event)) add(event, from, to, found);
                if (found.size() == before && !repeats(event, found)) skipped++;
            }
        }
        var days = found.entrySet().stream()
                .map(entry -> new Holiday(entry.getKey(), entry.getValue()))
                .limit(MOST)
                .toList();
        return new Holidays(days, skipped);
    }

    /** A day that the file has named already is no event passed over. */
    private static boolean repeats(VEvent event, Map<LocalDate, String> found) {
        return isDayOff(event) && found.containsKey(start(event));
    }

    private static boolean isDayOff(VEvent event) {
        return event.getDateStart() != null
                && event.getDateStart().getValue() != null
                && !event.getDateStart().getValue().hasTime()
                && !(event.getStatus() != null && event.getStatus().isCancelled())
                && event.getExceptionRules().isEmpty()
                && event.getProperties(biweekly.property.RecurrenceRule.class).stream()
                        .allMatch(rule -> rule.getValue() != null
                                && SLOW_ENOUGH.contains(rule.getValue().getFrequency())
                                && rule.getValue().getByHour().isEmpty()
                                && rule.getValue().getByMinute().isEmpty()
                                && rule.getValue().getBySecond().isEmpty());
    }

    private static void add(VEvent event, LocalDate from, LocalDate to, Map<LocalDate, String> found) {
        var name = name(event);
        int length = length(event);
        var dates = event.getDateIterator(TimeZone.getDefault());
        dates.advanceTo(date(from.minusDays(length)));
        while (dates.hasNext() && found.size() <= MOST) {
            var first = local(dates.next());
            if (first.isAfter(to)) return;
            for (int i = 0; i < length; i++) {
                var day = first.plusDays(i);
                if (!day.isBefore(from) && !day.isAfter(to)) found.putIfAbsent(day, name);
            }
        }
    }

    /** The end is the day after the last one, where it is given. */
    private static int length(VEvent event) {
        var start = start(event);
        var end = event.getDateEnd() == null || event.getDateEnd().getValue() == null
                ? start.plusDays(1)
                : local(event.getDateEnd().getValue());
        return (int) Math.clamp(end.toEpochDay() - start.toEpochDay(), 1, LONGEST_EVENT_DAYS);
    }

    private static String name(VEvent event) {
        var summary = event.getSummary() == null ? null : event.getSummary().getValue();
        var name = summary == null ? "" : summary.replaceAll("\\p{Cntrl}+", " ").strip();
        if (name.isEmpty()) return "Day off";
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    private static LocalDate start(VEvent event) {
        return local(event.getDateStart().getValue());
    }

    /** The library gives a date as its midnight in the process's zone. */
    private static LocalDate local(Date date) {
        return date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
