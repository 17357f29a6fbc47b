package groundswell.insights.documentation;

import groundswell.insights.Grain;
import groundswell.insights.Span;
import groundswell.insights.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** UTC days from one on to another that is no more part of it: a help centre tells no less than a whole day. */
record DaySpan(LocalDate from, LocalDate to) {
    /** The whole days within a span; none where it is shorter than one. */
    static DaySpan within(Span span) {
        var from = day(Grain.DAY.ceil(span.from()));
        var to = day(Grain.DAY.floor(span.to()));
        return new DaySpan(from, to.isBefore(from) ? from : to);
    }

    Span span() {
        return new Span(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                to.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** For people: {@code 2 November 2026 to 28 November 2026 (UTC)}; both belong to it. */
    String words() {
        var last = to.minusDays(1);
        return last.isBefore(from)
                ? "no whole day yet"
                : last.equals(from)
                        ? Wording.day(from) + " (UTC)"
                        : Wording.day(from) + " to " + Wording.day(last) + " (UTC)";
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
