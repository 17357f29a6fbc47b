package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.FirstOrRepeat.Leaning;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a theme costs, and who writes about it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ThemeFiguresTest {
    @Test
    void eighty_tickets_of_fifteen_minutes_are_twenty_hours() {
        var cost = new Cost(80, new Cost.Rate(15, null, "EUR"));
        assertThat(cost.hours()).isEqualTo(20);
        assertThat(cost.formula()).isEqualTo("80\u00a0tickets × 15\u00a0min ÷ 60 = 20\u00a0h");
        assertThat(cost.price()).isNull();
    }

    @Test
    void with_a_rate_the_hours_are_money() {
        var cost = new Cost(50, new Cost.Rate(10, new BigDecimal("64.50"), "USD"));
        assertThat(cost.length()).isEqualTo("8.3\u00a0h");
        assertThat(cost.money()).isEqualByComparingTo("537.50");
        assertThat(cost.price()).isEqualTo("538\u00a0USD");
    }

    @Test
    void themes_of_newcomers_point_at_onboarding_and_others_at_the_core() {
        assertThat(new FirstOrRepeat(80, 20, 300, 700).leaning()).isEqualTo(Leaning.ONBOARDING);
        assertThat(new FirstOrRepeat(80, 20, 300, 700).sentence())
                .isEqualTo(
                        "Newcomers stumble here: 80\u00a0% of 100 are first tickets, against 30\u00a0% elsewhere. Look at"
                                + " the first steps.");
        assertThat(new FirstOrRepeat(5, 95, 300, 700).leaning()).isEqualTo(Leaning.CORE);
        assertThat(new FirstOrRepeat(32, 68, 300, 700).leaning()).isEqualTo(Leaning.LIKE_OTHERS);
        assertThat(new FirstOrRepeat(5, 4, 300, 700).leaning()).isEqualTo(Leaning.TOO_FEW);
        assertThat(new FirstOrRepeat(0, 0, 0, 0).leaning()).isEqualTo(Leaning.TOO_FEW);
    }
}
