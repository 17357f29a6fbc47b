package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.Reach.Active;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReachTest {
    final Active active = new Active(LocalDate.of(2026, 11, 28), 4_210);

    @Test
    void a_part_of_all_customers_is_told_with_the_day_they_were_counted_on() {
        var reach = new Reach(Map.of("export", 421L), 600, active, false);
        assertThat(reach.partOfAll("export")).isEqualTo(0.1);
        assertThat(reach.sentence("export"))
                .isEqualTo("421 customers wrote about it, 10\u00a0% of the 4,210 you had on 28 November 2026.");
        assertThat(reach.sentence("login")).startsWith("0 customers wrote about it, 0\u00a0% of");
    }

    @Test
    void what_cannot_be_told_is_not_guessed() {
        assertThat(new Reach(Map.of("export", 1L), 1, null, false).sentence("export"))
                .isEqualTo("1 customer wrote about it; how many there are in all has not been told.");
        var mixed = new Reach(Map.of("export", 421L), 600, active, true);
        assertThat(mixed.partOfAll("export")).isNull();
        assertThat(mixed.sentence("export")).contains("can’t be told, as some tickets name an account and some do not");
        var more = new Reach(Map.of("export", 421L), 4_211, active, false);
        assertThat(more.partOfAll("export")).isNull();
        assertThat(more.sentence("export")).contains("more wrote than there are said to be");
    }
}
