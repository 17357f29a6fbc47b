package groundswell.routing.sla;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.routing.BusinessCalendar.Holiday;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an iCalendar file makes of days off, and what a hostile one does not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HolidaysTest {
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    static String event(String... lines) {
        return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    static Holidays of(String... events) {
        return Holidays.of(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n" + String.join("", events)
                        + "END:VCALENDAR\r\n",
                TODAY);
    }

    static List<String> dates(Holidays holidays) {
        return holidays.days().stream()
                .map(Holiday::date)
                .map(LocalDate::toString)
                .toList();
    }

    @Test
    void an_all_day_event_is_a_day_off() {
        var found = of(event("DTSTART;VALUE=DATE:20260403", "SUMMARY:Good Friday\\, all offices"));
        assertThat(found.days())
                .containsExactly(new Holiday(LocalDate.parse("2026-04-03"), "Good Friday, all offices"));
        assertThat(found.skipped()).isZero();
    }

    @Test
    void an_event_of_several_days_ends_before_its_end() {
        assertThat(dates(of(event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"))))
                .containsExactly("2026-12-24", "2026-12-25", "2026-12-26");
    }

    @Test
    void what_recurs_is_found_in_the_years_that_matter_and_its_exceptions_are_kept() {
        var found = of(event(
                "DTSTART;VALUE=DATE:19990501", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20270501", "SUMMARY:May Day"));
        assertThat(dates(found)).containsExactly("2025-05-01", "2026-05-01", "2028-05-01", "2029-05-01", "2030-05-01");
    }

    @Test
    void the_last_monday_of_may_is_found() {
        assertThat(dates(of(event("DTSTART;VALUE=DATE:20250526", "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO"))))
                .startsWith("2025-05-26", "2026-05-25", "2027-05-31");
    }

    @Test
    void meetings_cancelled_days_and_far_away_ones_are_passed_over_and_counted() {
        var found = of(
                event("DTSTART:20260403T090000Z", "DTEND:20260403T100000Z", "SUMMARY:Meeting"),
                event("DTSTART;VALUE=DATE:20260404", "STATUS:CANCELLED"),
                event("DTSTART;VALUE=DATE:20990101"),
                event("DTSTART;VALUE=DATE:20260406", "SUMMARY:Easter Monday"));
        assertThat(dates(found)).containsExactly("2026-04-06");
        assertThat(found.skipped()).isEqualTo(3);
    }

    @Test
    void a_name_of_control_characters_or_of_a_book_is_made_one_line() {
        var found = of(
                event("DTSTART;VALUE=DATE:20260403", "SUMMARY:a\\n\\n<script>alert(1)</script>"),
                event("DTSTART;VALUE=DATE:20260404", "SUMMARY:" + "🎄".repeat(5000)),
                event("DTSTART;VALUE=DATE:20260405"));
        assertThat(found.days().get(0).name()).isEqualTo("a <script>alert(1)</script>");
        assertThat(found.days()
                        .get(1)
                        .name()
                        .codePointCount(0, found.days().get(1).name().length()))
                .isEqualTo(120);
        assertThat(found.days().get(2).name()).isEqualTo("Day off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=HOURLY",
                "FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;INTERVAL=2147483647;UNTIL=19000101",
                "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=366",
                "nonsense"
            })
    void a_rule_that_never_ends_or_never_comes_ends_here(String rule) {
        var found = of(event("DTSTART;VALUE=DATE:20200101", "RRULE:" + rule), event("DTSTART;VALUE=DATE:20260406"));
        assertThat(dates(found)).contains("2026-04-06").hasSizeLessThan(10);
    }

    @Test
    void a_rule_of_every_day_and_a_file_of_thousands_end_at_the_most() {
        assertThat(of(event("DTSTART;VALUE=DATE:19500101", "RRULE:FREQ=DAILY")).days())
                .hasSize(Holidays.MOST);
        var many = IntStream.range(0, 15_000)
                .mapToObj(i -> event("DTSTART;VALUE=DATE:20250101", "RRULE:FREQ=DAILY"))
                .toArray(String[]::new);
        assertThat(of(many).days()).hasSize(Holidays.MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "🎄",
                "BEGIN:VCALENDAR",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:99999999\r\nEND:VEVENT",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:2026-04-03\r\nDTEND;VALUE=DATE:20250101\r\nEND:VEVENT"
            })
    void what_is_no_calendar_has_no_days_off(String file) {
        assertThat(Holidays.of(file, TODAY).days()).hasSizeLessThan(2);
    }

    @Test
    void a_thousand_calendars_in_each_other_are_read_to_the_end() {
        assertThat(Holidays.of("BEGIN:VCALENDAR\r\n".repeat(50_000), TODAY).days())
                .isEmpty();
    }
}
