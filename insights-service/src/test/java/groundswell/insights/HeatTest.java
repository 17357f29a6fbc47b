package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HeatTest {
    @Test
    void double_its_usual_day_and_beyond_chance_is_hot() {
        assertThat(new Heat("login", 40, 16).hot()).isTrue();
        assertThat(new Heat("login", 31, 16).hot()).isFalse();
    }

    @Test
    void a_handful_is_never_hot_however_unusual() {
        assertThat(new Heat("login", 7, 0).hot()).isFalse();
        assertThat(new Heat("login", 8, 0).hot()).isTrue();
    }

    @Test
    void double_of_a_small_number_may_be_chance() {
        assertThat(new Heat("login", 10, 5).hot()).isFalse();
        assertThat(new Heat("login", 12, 5).hot()).isTrue();
    }

    @Test
    void the_hottest_is_the_one_with_most_tickets_beyond_usual() {
        var steady = new long[64];
        Arrays.fill(steady, 5);
        var surging = steady.clone();
        Arrays.fill(surging, 56, 64, 20);
        var small = new long[64];
        Arrays.fill(small, 56, 64, 2);
        assertThat(Heat.hottest(Map.of("steady", steady, "surging", surging, "small", small), 8))
                .contains(new Heat("surging", 160, 40));
        assertThat(Heat.hottest(Map.of("steady", steady), 8)).isEmpty();
        assertThat(Heat.hottest(Map.of(CountedTicket.UNCLASSIFIED, surging), 8)).isEmpty();
    }

    @Test
    void rolling_sums_levels_and_usual_days_are_what_a_hand_would_count() {
        assertThat(Rolling.sums(new long[] {1, 2, 3, 4}, 2)).containsExactly(3, 5, 7);
        assertThat(Rolling.levels(10, new long[] {5, 0, 2}, new long[] {1, 3, 0}))
                .containsExactly(7, 11, 8, 10);
        var days = new long[29];
        days[0] = 4;
        days[7] = 8;
        assertThat(Rolling.usualDays(days)).containsExactly(3.0);
    }

    @Test
    void numbers_are_worded_as_people_read_them() {
        assertThat(Wording.change(new Figure(12, 10))).isEqualTo("+20\u00a0%");
        assertThat(Wording.change(new Figure(8, 10))).isEqualTo("\u221220\u00a0%");
        assertThat(Wording.change(new Figure(50, 10))).isEqualTo("5.0\u00a0times");
        assertThat(Wording.change(new Figure(3, 0))).isEqualTo("new");
        assertThat(Wording.percent(0.004)).isEqualTo("0.4\u00a0%");
        assertThat(Wording.number(12_480)).isEqualTo("12,480");
        assertThat(Wording.signed(-3)).isEqualTo("\u22123");
    }

    @Test
    void a_queue_is_judged_by_the_customer_who_waits_longest() {
        var now = Story.at(0);
        assertThat(new Queue("a", Load.NONE, null).pressure(now)).isEqualTo(Queue.Pressure.FINE);
        assertThat(new Queue("a", Load.NONE, Story.at(-240)).pressure(now)).isEqualTo(Queue.Pressure.FINE);
        assertThat(new Queue("a", Load.NONE, Story.at(-241)).pressure(now)).isEqualTo(Queue.Pressure.SLOW);
        assertThat(new Queue("a", Load.NONE, Story.at(-1_441)).pressure(now)).isEqualTo(Queue.Pressure.LATE);
    }
}
