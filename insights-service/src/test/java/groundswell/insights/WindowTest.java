package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WindowTest {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin"), KATHMANDU = ZoneId.of("Asia/Kathmandu");

    @Test
    void a_rolling_window_ends_with_the_quarter_hour_that_is_running() {
        assertThat(Window.HOUR.at(time("2026-03-04T10:07:12Z"), ZoneOffset.UTC).span())
                .isEqualTo(span("2026-03-04T09:15:00Z", "2026-03-04T10:15:00Z"));
    }

    @Test
    void asked_on_an_edge_a_rolling_window_ends_there() {
        assertThat(Window.DAY.at(time("2026-03-04T10:15:00Z"), ZoneOffset.UTC).span())
                .isEqualTo(span("2026-03-03T10:15:00Z", "2026-03-04T10:15:00Z"));
    }

    @Test
    void a_rolling_window_is_compared_with_the_same_length_just_before_it() {
        for (var window : new Window[] {Window.HOUR, Window.DAY, Window.SEVEN_DAYS, Window.FOUR_WEEKS}) {
            var comparison = window.at(time("2026-03-04T10:07:12Z"), BERLIN);
            assertThat(comparison.before().to()).isEqualTo(comparison.span().from());
            assertThat(comparison.before().length()).isEqualTo(comparison.span().length());
        }
    }

    @Test
    void a_rolling_window_keeps_its_length_when_clocks_change() {
        assertThat(Window.DAY.at(time("2026-03-29T12:00:00Z"), BERLIN).span().length())
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void the_closed_week_is_the_last_whole_one_of_the_time_zone() {
        // Monday 00:30 in Berlin is still Sunday in UTC.
        var comparison = Window.WEEK.at(time("2026-06-07T22:30:00Z"), BERLIN);
        assertThat(comparison.span()).isEqualTo(span("2026-05-31T22:00:00Z", "2026-06-07T22:00:00Z"));
        assertThat(comparison.before()).isEqualTo(span("2026-05-24T22:00:00Z", "2026-05-31T22:00:00Z"));
    }

    @Test
    void the_week_in_which_clocks_go_forward_has_167_hours_and_back_169() {
        assertThat(hours("2026-03-30T12:00:00Z")).isEqualTo(167);
        assertThat(hours("2026-10-26T12:00:00Z")).isEqualTo(169);
    }

    @Test
    void the_closed_month_begins_and_ends_at_local_midnight() {
        var comparison = Window.MONTH.at(time("2026-04-15T12:00:00Z"), BERLIN);
        assertThat(comparison.span()).isEqualTo(span("2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z"));
        assertThat(comparison.before()).isEqualTo(span("2026-01-31T23:00:00Z", "2026-02-28T23:00:00Z"));
    }

    @Test
    void a_zone_with_an_odd_offset_still_begins_its_week_on_a_quarter_hour() {
        assertThat(Window.WEEK.at(time("2026-06-10T12:00:00Z"), KATHMANDU).span())
                .isEqualTo(span("2026-05-31T18:15:00Z", "2026-06-07T18:15:00Z"));
    }

    @Test
    void a_running_week_is_compared_with_the_same_stretch_of_the_week_before() {
        var week = Week.parse("2026-W24").orElseThrow();
        var comparison = week.soFar(time("2026-06-09T10:05:00Z"), BERLIN);
        assertThat(comparison.span()).isEqualTo(span("2026-06-07T22:00:00Z", "2026-06-09T10:15:00Z"));
        assertThat(comparison.before()).isEqualTo(span("2026-05-31T22:00:00Z", "2026-06-02T10:15:00Z"));
    }

    @Test
    void a_running_week_over_a_change_of_clocks_is_compared_at_the_same_local_time() {
        var comparison = Week.of(time("2026-03-29T10:00:00Z"), BERLIN).soFar(time("2026-03-29T10:00:00Z"), BERLIN);
        assertThat(comparison.span().to()).isEqualTo(time("2026-03-29T10:00:00Z")); // 12:00 in Berlin, summer time
        assertThat(comparison.before().to()).isEqualTo(time("2026-03-22T11:00:00Z")); // 12:00 in Berlin, winter time
    }

    @Test
    void a_week_that_is_over_is_the_whole_week_and_one_to_come_is_empty() {
        var week = Week.parse("2026-W24").orElseThrow();
        assertThat(week.soFar(time("2026-07-01T00:00:00Z"), BERLIN)).isEqualTo(week.closed(BERLIN));
        assertThat(week.soFar(time("2026-06-01T00:00:00Z"), BERLIN).span().length())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void a_week_is_read_and_written_in_its_iso_form() {
        assertThat(Week.parse("2026-W53").orElseThrow()).hasToString("2026-W53");
        assertThat(Week.parse("2025-W53")).isEmpty();
        assertThat(Week.parse("2026-06-01")).isEmpty();
    }

    @Test
    void a_span_off_the_quarter_hour_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> span("2026-06-01T00:01:00Z", "2026-06-01T01:00:00Z"));
        assertThatIllegalArgumentException().isThrownBy(() -> span("2026-06-01T02:00:00Z", "2026-06-01T01:00:00Z"));
    }

    private static long hours(String asked) {
        return Window.WEEK.at(time(asked), BERLIN).span().length().toHours();
    }

    static Instant time(String text) {
        return Instant.parse(text);
    }

    static Span span(String from, String to) {
        return new Span(time(from), time(to));
    }
}
