package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

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

    /** The same number each day, as nearly as whole numbers allow. */
    static DailyShare days(int days, double themes, double others) {
        return new DailyShare(spread(days, themes), spread(days, others));
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
        return new DailyShare(one, two);
    }

    private static long poisson(Random random, double mean) {
        int count = 0;
        for (var left = mean + Math.log(1 - random.nextDouble()); left > 0; left += Math.log(1 - random.nextDouble())) {
            count++;
        }
        return count;
    }
}
