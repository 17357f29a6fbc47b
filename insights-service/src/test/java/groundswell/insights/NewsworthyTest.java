package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import groundswell.insights.Churn.ByTheme;
import groundswell.insights.Newsworthy.Condition;
import groundswell.insights.Newsworthy.Lane;
import groundswell.insights.Newsworthy.Lead;
import groundswell.insights.Newsworthy.Thresholds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NewsworthyTest {
    final Map<String, Figure> themes = new HashMap<>(Map.of("others", new Figure(900, 900)));
    ByTheme churn = ByTheme.UNKNOWN;
    final Map<String, Satisfaction> ratings = new HashMap<>(Map.of("others", rated(1_000, 120)));

    @Test
    void more_than_5_percent_that_grew_by_more_than_20_is_a_trend() {
        themes.put("export", new Figure(61, 50));
        assertThat(leads()).singleElement().satisfies(lead -> {
            assertThat(lead.lane()).isEqualTo(Lane.TREND);
            assertThat(lead.conditions()).extracting(Condition::passed).containsExactly(true, true, false);
            assertThat(lead.conditions().getFirst().figure()).isEqualTo("6.3\u00a0% of 961");
            assertThat(lead.conditions().get(1).figure()).isEqualTo("+22\u00a0%: 61 after 50");
        });
    }

    @Test
    void exactly_20_percent_growth_or_one_condition_alone_is_none() {
        themes.put("export", new Figure(60, 50));
        assertThat(leads()).isEmpty();
        themes.put("export", new Figure(40, 10));
        assertThat(leads()).isEmpty();
    }

    @Test
    void what_was_not_there_is_new_from_ten_tickets_on() {
        themes.clear();
        themes.put("others", new Figure(90, 90));
        themes.put("crash", new Figure(9, 0));
        assertThat(leads()).isEmpty();
        themes.put("crash", new Figure(10, 0));
        assertThat(leads())
                .singleElement()
                .satisfies(
                        lead -> assertThat(lead.conditions().get(1).name()).isEqualTo("New, with 10 tickets or more"));
    }

    @Test
    void few_tickets_with_35_percent_unhappy_against_12_are_high_stakes() {
        themes.put("data-loss", new Figure(30, 30));
        ratings.put("data-loss", rated(100, 35));
        assertThat(leads()).singleElement().satisfies(lead -> {
            assertThat(lead.lane()).isEqualTo(Lane.HIGH_STAKES);
            assertThat(lead.impact().one()).isCloseTo(0.35, offset(1e-9));
            assertThat(lead.impact().other()).isCloseTo(0.12, offset(1e-9));
            assertThat(lead.conditions().getLast().figure())
                    .isEqualTo("35\u00a0% of 100 gave 1 or 2, against 12\u00a0% elsewhere");
        });
    }

    @Test
    void customers_who_leave_are_an_impact_too_where_enough_are_known() {
        themes.put("data-loss", new Figure(30, 30));
        churn = new ByTheme(Map.of("data-loss", new Churn(40, 12)), new Churn(540, 22));
        assertThat(leads()).singleElement().satisfies(lead -> {
            assertThat(lead.lane()).isEqualTo(Lane.HIGH_STAKES);
            assertThat(lead.conditions().getLast().figure())
                    .isEqualTo(
                            "0 rated, 10 are needed; 30\u00a0% of 40 accounts left within 28 days, against 2\u00a0% elsewhere");
        });
        churn = new ByTheme(Map.of("data-loss", new Churn(9, 9)), new Churn(540, 22));
        assertThat(leads()).isEmpty();
    }

    @Test
    void a_few_bad_ratings_prove_nothing() {
        themes.put("data-loss", new Figure(30, 30));
        ratings.put("data-loss", rated(9, 9));
        assertThat(leads()).isEmpty();
        ratings.put("data-loss", rated(10, 3));
        assertThat(leads()).isEmpty();
    }

    @Test
    void tickets_without_a_theme_are_part_of_the_whole_and_no_lead() {
        themes.put(CountedTicket.UNCLASSIFIED, new Figure(500, 100));
        assertThat(leads()).isEmpty();
    }

    @Test
    void other_thresholds_decide_otherwise() {
        themes.put("export", new Figure(60, 50));
        assertThat(Newsworthy.of(themes, ratings, churn, new Thresholds(1, 0.05, 0.1, 10, 10)))
                .hasSize(1);
    }

    /** Newcombe (1998), Statistics in Medicine 17, p. 876, method 10: 56 of 70 against 48 of 80. */
    @Test
    void the_interval_of_two_parts_is_newcombes() {
        var parts = Proportions.of(56, 70, 48, 80);
        assertThat(parts.low()).isCloseTo(0.0524, offset(5e-5));
        assertThat(parts.high()).isCloseTo(0.3339, offset(5e-5));
    }

    private List<Lead> leads() {
        return Newsworthy.of(themes, ratings, churn, Thresholds.SHIPPED);
    }

    private static Satisfaction rated(long rated, long unhappy) {
        return new Satisfaction(rated, rated * 4 - unhappy * 3, unhappy);
    }
}
