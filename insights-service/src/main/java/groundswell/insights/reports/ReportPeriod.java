package groundswell.insights.reports;

import groundswell.insights.Comparison;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.Span;
import groundswell.insights.Week;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A whole week or month that a report is about: {@code week} and {@code 2026-W07}, {@code month} and {@code 2026-02}. */
record ReportPeriod(Kind kind, String code) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    enum Kind {
        WEEK,
        MONTH;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code().equals(code)) {
                    return kind;
                }
            }
            throw new InsightsRefused(Reason.UNKNOWN_REPORT, "There are a report of a week and one of a month.");
        }
    }

    ReportPeriod {
        if (kind == Kind.WEEK) {
            week(code);
        } else {
            month(code);
        }
    }

    /** The last that was over at a time. */
    static ReportPeriod lastOver(Kind kind, Instant now, ZoneId zone) {
        return new ReportPeriod(
                kind,
                kind == Kind.WEEK
                        ? Week.of(now, zone).previous().toString()
                        : YearMonth.from(now.atZone(zone)).minusMonths(1).toString());
    }

    /** It against the one before. */
    Comparison comparison(ZoneId zone) {
        return kind == Kind.WEEK
                ? week(code).closed(zone)
                : new Comparison(span(month(code), zone), span(month(code).minusMonths(1), zone));
    }

    private static Span span(YearMonth month, ZoneId zone) {
        return new Span(
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    /** {@code October 2026}; {@code 5 to 11 October 2026}. */
    String title() {
        if (kind == Kind.MONTH) {
            return MONTH.format(month(code));
        }
        var monday = week(code).monday();
        var sunday = monday.plusDays(6);
        var first = monday.getMonth() == sunday.getMonth()
                ? String.valueOf(monday.getDayOfMonth())
                : DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH).format(monday);
        return first + " to " + DAY.format(sunday);
    }

    private static Week week(String code) {
        return Week.parse(code)
                .orElseThrow(() -> new InsightsRefused(Reason.UNREADABLE_WEEK, "Such as 2026-W07, an ISO week."));
    }

    private static YearMonth month(String code) {
        try {
            var month = YearMonth.parse(code);
            if (month.getYear() >= 1970 && month.getYear() < 2200) {
                return month;
            }
        } catch (DateTimeException notAMonth) {
            // said below
        }
        throw new InsightsRefused(Reason.UNREADABLE_MONTH, "Such as 2026-02.");
    }
}
