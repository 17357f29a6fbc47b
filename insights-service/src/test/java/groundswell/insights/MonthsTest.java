package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.Months.Course;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MonthsTest {
    @Test
    void a_larger_part_in_the_later_half_is_growing_and_a_smaller_one_shrinking() {
        assertThat(of(40, 45, 52, 60, 70, 80)).isEqualTo(Course.GROWING);
        assertThat(of(80, 70, 60, 52, 45, 40)).isEqualTo(Course.SHRINKING);
    }

    @Test
    void what_chance_explains_is_steady() {
        assertThat(of(50, 55, 48, 52, 57, 49)).isEqualTo(Course.STEADY);
    }

    @Test
    void what_goes_and_comes_back_is_recurring() {
        assertThat(of(20, 120, 22, 19, 110, 21)).isEqualTo(Course.RECURRING);
    }

    @Test
    void more_tickets_of_all_kinds_are_no_growth() {
        assertThat(new Months(new long[] {20, 20, 40, 40}, new long[] {1_000, 1_000, 2_000, 2_000}).course())
                .isEqualTo(Course.STEADY);
    }

    @Test
    void a_house_younger_than_three_months_and_a_handful_of_tickets_say_nothing() {
        assertThat(new Months(new long[] {0, 0, 30, 90}, new long[] {0, 0, 1_000, 1_000}).course())
                .isEqualTo(Course.TOO_FEW);
        assertThat(of(1, 2, 3, 4, 4, 5)).isEqualTo(Course.TOO_FEW);
        assertThat(new Months(new long[] {0, 9, 20, 40}, new long[] {0, 1_000, 1_000, 1_000}).course())
                .isEqualTo(Course.GROWING);
    }

    private static Course of(long... tickets) {
        var all = new long[tickets.length];
        Arrays.fill(all, 1_000);
        return new Months(tickets, all).course();
    }
}
