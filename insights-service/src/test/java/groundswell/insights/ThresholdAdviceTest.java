package groundswell.insights;

import static groundswell.insights.LeadOutcome.ACTED_ON;
import static groundswell.insights.LeadOutcome.DISMISSED;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.Newsworthy.Thresholds;
import groundswell.insights.ThresholdAdvice.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ThresholdAdviceTest {
    final List<Judged> judged = new ArrayList<>();

    @Test
    void higher_thresholds_spare_what_came_to_nothing_and_lose_nothing_that_was_acted_on() {
        add(6, new Figure(90, 60), 0.09, ACTED_ON); // +50 %
        add(5, new Figure(126, 100), 0.06, DISMISSED); // +26 %
        add(2, new Figure(300, 100), 0.20, DISMISSED); // larger and faster than all that was acted on: not to be spared
        assertThat(advice()).hasValueSatisfying(advice -> {
            assertThat(advice.spared()).isEqualTo(5);
            assertThat(advice.dismissed()).isEqualTo(7);
            assertThat(advice.actedOn()).isEqualTo(6);
            // either of the two would do: a part from 5 % to 6 % is a smaller change than growth from 20 % to 26 %
            assertThat(advice.thresholds()).isEqualTo(new Thresholds(0, 0.06, 0.20, 10, 10));
        });
    }

    @Test
    void what_is_new_is_spared_by_the_number_it_takes() {
        add(4, new Figure(40, 0), 0.06, ACTED_ON);
        add(6, new Figure(14, 0), 0.07, DISMISSED);
        assertThat(advice()).hasValueSatisfying(advice -> {
            assertThat(advice.spared()).isEqualTo(6);
            assertThat(advice.thresholds().newFrom()).isEqualTo(15);
            assertThat(advice.thresholds().share()).isEqualTo(0.05);
        });
    }

    @Test
    void unhappy_customers_are_told_whatever_the_thresholds() {
        add(6, new Figure(90, 60), 0.09, ACTED_ON);
        for (int i = 0; i < 6; i++) {
            judged.add(new Judged(new Figure(20, 20), 0.01, true, DISMISSED));
        }
        assertThat(advice()).isEmpty();
    }

    @Test
    void few_judgements_or_none_acted_on_teach_nothing() {
        add(3, new Figure(90, 60), 0.09, ACTED_ON);
        add(6, new Figure(126, 100), 0.06, DISMISSED);
        assertThat(advice()).as("nine").isEmpty();
        judged.clear();
        add(2, new Figure(90, 60), 0.09, ACTED_ON);
        add(20, new Figure(126, 100), 0.06, DISMISSED);
        assertThat(advice()).as("two acted on").isEmpty();
    }

    @Test
    void what_higher_thresholds_spare_already_is_no_advice() {
        add(6, new Figure(90, 60), 0.09, ACTED_ON);
        add(5, new Figure(126, 100), 0.06, DISMISSED);
        assertThat(ThresholdAdvice.of(judged, new Thresholds(1, 0.06, 0.20, 10, 10)))
                .isEmpty();
    }

    private Optional<ThresholdAdvice> advice() {
        return ThresholdAdvice.of(judged, Thresholds.SHIPPED);
    }

    private void add(int times, Figure figure, double share, LeadOutcome outcome) {
        for (int i = 0; i < times; i++) {
            judged.add(new Judged(figure, share, false, outcome));
        }
    }
}
