package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FixEffectTest {
    /** Three themes are 28 % of all tickets; after the fix they fall by 70 %, and nothing else changes. */
    @Test
    void three_themes_of_28_percent_that_fall_by_70_take_nearly_20_percent_off_all_tickets() {
        var effect = FixEffect.of(days(28, 28, 72), days(28, 8.4, 72));
        assertThat(effect.shareBefore()).isCloseTo(0.28, offset(1e-3));
        assertThat(effect.change()).isCloseTo(-0.70, offset(0.01));
        assertThat(effect.changeOfAll()).isCloseTo(-0.196, offset(0.004));
        assertThat(effect.verdict()).isEqualTo(FixEffect.Verdict.FELL);
        assertThat(effect.sentence()).startsWith("Fell by 70").contains("all tickets fall by 20");
    }

    @Test
    void what_moves_all_tickets_is_nobodys_effect() {
        var halved = FixEffect.of(days(28, 20, 80), days(28, 10, 40));
        assertThat(halved.verdict()).isEqualTo(FixEffect.Verdict.UNCLEAR);
        assertThat(halved.change()).isCloseTo(0, offset(0.01));
    }

    @Test
    void before_a_whole_week_is_over_it_is_too_early_to_say() {
        assertThat(FixEffect.of(days(28, 20, 80), days(6, 0, 80)).sentence())
                .startsWith("Too early to say: 6 of 7 whole days are over");
        assertThat(FixEffect.of(days(28, 20, 80), days(7, 0, 80)).verdict()).isEqualTo(FixEffect.Verdict.FELL);
    }

    @Test
    void a_handful_of_tickets_tells_nothing() {
        assertThat(FixEffect.of(days(28, 0.3, 80), days(28, 0, 80)).verdict()).isEqualTo(FixEffect.Verdict.TOO_FEW);
    }

    @Test
    void a_fix_that_made_it_worse_says_so() {
        assertThat(FixEffect.of(days(28, 10, 90), days(14, 20, 90)).sentence()).contains("the fix has not helped");
    }

    /** The interval holds what is true in 95 of 100 cases, as it says; here it must in nearly as many, and not in all. */
    @Test
    void the_confidence_interval_holds_the_truth_as_often_as_it_claims() {
        var random = new Random(5);
        int held = 0;
        for (int i = 0; i < 2_000; i++) {
            var ratio = Ratio.of(poisson(random, 28, 6, 60), poisson(random, 28, 3, 60));
            held += ratio.low() <= 0.5 && 0.5 <= ratio.high() ? 1 : 0;
        }
        assertThat(held / 2_000.0).isBetween(0.93, 0.985);
    }

    @Test
    void without_an_effect_hardly_any_fix_is_called_certain() {
        var random = new Random(6);
        int certain = 0;
        for (int i = 0; i < 2_000; i++) {
            var verdict = FixEffect.of(poisson(random, 28, 6, 60), poisson(random, 28, 6, 60))
                    .verdict();
            certain += verdict == FixEffect.Verdict.UNCLEAR ? 0 : 1;
        }
        assertThat(certain / 2_000.0).isLessThan(0.06);
    }

    /** A theme that rests at the weekend, among others that hardly do; what is measured has any number of weekends. */
    @Test
    void a_rhythm_of_weekends_is_no_effect() {
        assertThat(certainIn(2_000, new Random(7), 1, 0)).isLessThan(0.05);
        assertThat(certainIn(2_000, new Random(10), 1, 0.1)).isLessThan(0.05);
    }

    /** Two thousand looks at what is certain in 5 of 100 find it in 4 to 6. */
    @Test
    void nor_is_it_where_days_vary_far_beyond_chance() {
        assertThat(certainIn(2_000, new Random(8), 1, 0.3)).isLessThan(0.06);
    }

    @Test
    void a_fall_by_30_percent_is_found_beside_that_rhythm() {
        assertThat(certainIn(500, new Random(9), 0.7, 0)).isGreaterThan(0.9);
    }

    @Test
    void what_is_left_out_of_the_control_is_still_part_of_all_tickets() {
        var zeros = new long[28];
        var tens = new long[28];
        Arrays.fill(tens, 10);
        var share = new DailyShare(DayOfWeek.MONDAY, tens, tens, tens).share();
        assertThat(share).isCloseTo(1 / 3.0, offset(1e-9));
        assertThat(new DailyShare(DayOfWeek.MONDAY, zeros, zeros, zeros).share())
                .isZero();
    }

    /** Part of so many fixes that got a certain verdict, each after some one to four weeks. */
    private static double certainIn(int fixes, Random random, double times, double unrest) {
        int certain = 0;
        for (int i = 0; i < fixes; i++) {
            var day = DayOfWeek.of(1 + random.nextInt(7));
            int since = 7 + random.nextInt(22);
            var effect = FixEffect.of(
                    rhythm(random, day, 28, 30, unrest), rhythm(random, day.plus(1), since, 30 * times, unrest));
            certain += effect.verdict() == FixEffect.Verdict.UNCLEAR ? 0 : 1;
        }
        return (double) certain / fixes;
    }

    /** A tenth of {@code themes} at weekends; {@code unrest} is the standard deviation of a day's level. */
    private static DailyShare rhythm(Random random, DayOfWeek first, int days, double themes, double unrest) {
        var own = new long[days];
        var others = new long[days];
        for (int day = 0; day < days; day++) {
            var weekend = first.plus(day).getValue() > 5;
            var level = Math.exp(unrest * random.nextGaussian());
            own[day] = poisson(random, themes * level * (weekend ? 0.1 : 1));
            others[day] = poisson(random, weekend ? 70 : 80);
        }
        return new DailyShare(first, own, others, new long[days]);
    }

    /** The same number each day, as nearly as whole numbers allow. */
    static DailyShare days(int days, double themes, double others) {
        return new DailyShare(DayOfWeek.MONDAY, spread(days, themes), spread(days, others), new long[days]);
    }

    private static long[] spread(int days, double each) {
        var counts = new long[days];
        Arrays.setAll(counts, day -> Math.round(each * (day + 1)) - Math.round(each * day));
        return counts;
    }

    private static DailyShare poisson(Random random, int days, double themes, double others) {
        var one = new long[days];
        var two = new long[days];
        Arrays.setAll(one, _ -> poisson(random, themes));
        Arrays.setAll(two, _ -> poisson(random, others));
        return new DailyShare(DayOfWeek.MONDAY, one, two, new long[days]);
    }

    private static long poisson(Random random, double mean) {
        int count = 0;
        for (var left = mean + Math.log(1 - random.nextDouble()); left > 0; left += Math.log(1 - random.nextDouble())) {
            count++;
        }
        return count;
    }
}
