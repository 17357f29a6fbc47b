package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import groundswell.insights.LaunchEffect.Verdict;
import java.time.DayOfWeek;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LaunchEffectTest {
    static final DailyShare BEFORE = FixEffectTest.days(28, 4, 96);

    @Test
    void a_spike_that_comes_back_says_after_how_many_days() {
        var effect = LaunchEffect.of(BEFORE, after(20, 16, 12, 9, 8, 8, 7, 7, 7, 4, 4, 4, 4));
        assertThat(effect.verdict()).isEqualTo(Verdict.RETURNED);
        assertThat(effect.daysToBaseline()).isEqualTo(8);
        assertThat(effect.seen()).isEqualTo(80);
        assertThat(effect.expected()).isCloseTo(28, offset(0.5));
        assertThat(effect.sentence()).contains("times its usual level and was back after 8 days");
    }

    @Test
    void one_that_is_not_back_is_rising_and_after_two_weeks_a_suspected_regression() {
        assertThat(LaunchEffect.of(BEFORE, every(14, 15)).verdict()).isEqualTo(Verdict.RISING);
        assertThat(LaunchEffect.of(BEFORE, every(15, 15)).verdict()).isEqualTo(Verdict.REGRESSION);
        assertThat(LaunchEffect.of(BEFORE, every(15, 15)).sentence())
                .startsWith("Suspected regression: rose to 3.7 times its usual level and has not come back in 15 days");
    }

    @Test
    void one_quiet_day_is_not_the_end_of_it() {
        assertThat(LaunchEffect.of(BEFORE, after(20, 2, 18, 15, 12, 14, 12, 13)).verdict())
                .isEqualTo(Verdict.RISING);
    }

    @Test
    void chance_is_no_rise_and_two_days_are_too_early() {
        assertThat(LaunchEffect.of(BEFORE, after(5, 4, 6, 5, 3, 5, 4)).verdict())
                .isEqualTo(Verdict.NO_RISE);
        assertThat(LaunchEffect.of(BEFORE, after(50, 40)).verdict()).isEqualTo(Verdict.TOO_EARLY);
    }

    @Test
    void more_tickets_of_all_kinds_are_no_effect_of_the_launch() {
        var twice = new DailyShare(
                DayOfWeek.MONDAY, every(10, 8).themes(), every(10, 192).themes(), new long[10]);
        assertThat(LaunchEffect.of(BEFORE, twice).verdict()).isEqualTo(Verdict.NO_RISE);
    }

    @Test
    void what_nobody_ever_wrote_about_can_rise() {
        assertThat(LaunchEffect.of(FixEffectTest.days(28, 0, 96), every(5, 6)).verdict())
                .isEqualTo(Verdict.RISING);
        assertThat(LaunchEffect.of(FixEffectTest.days(28, 0, 96), after(1, 2, 1))
                        .verdict())
                .isEqualTo(Verdict.NO_RISE);
    }

    /** Twenty tickets on each day of a weekend and two on others, as ever; launched on a Saturday. */
    @Test
    void a_launch_before_a_weekend_did_not_bring_the_tickets_of_the_weekend() {
        var before = new DailyShare(DayOfWeek.MONDAY, weekends(28, DayOfWeek.MONDAY), filled(28, 96), new long[28]);
        var after = new DailyShare(DayOfWeek.SATURDAY, weekends(3, DayOfWeek.SATURDAY), filled(3, 96), new long[3]);
        var effect = LaunchEffect.of(before, after);
        assertThat(effect.verdict()).isEqualTo(Verdict.NO_RISE);
        assertThat(effect.expected()).isCloseTo(42, offset(0.1));
    }

    private static long[] weekends(int days, DayOfWeek first) {
        var tickets = new long[days];
        Arrays.setAll(tickets, day -> first.plus(day).getValue() > 5 ? 20 : 2);
        return tickets;
    }

    private static long[] filled(int days, long each) {
        var tickets = new long[days];
        Arrays.fill(tickets, each);
        return tickets;
    }

    private static DailyShare after(long... themes) {
        return new DailyShare(DayOfWeek.MONDAY, themes, filled(themes.length, 96), new long[themes.length]);
    }

    private static DailyShare every(int days, long each) {
        return after(filled(days, each));
    }
}
