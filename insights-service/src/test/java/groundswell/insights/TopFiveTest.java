package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import groundswell.insights.TopFive.Place;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TopFiveTest {
    @Test
    void a_theme_with_fifteen_percent_of_all_tickets_is_a_real_product_problem() {
        assertThat(TopFive.of(Map.of("login", figure(15), "rest", figure(85))))
                .extracting(Place::theme, Place::realProblem)
                .containsExactly(tuple("rest", true), tuple("login", true));
        assertThat(TopFive.of(Map.of("login", figure(149), "rest", figure(851)))
                        .getLast()
                        .realProblem())
                .isFalse();
    }

    @Test
    void tickets_without_a_theme_are_part_of_the_whole_but_never_ranked() {
        var places = TopFive.of(Map.of("login", figure(10), CountedTicket.UNCLASSIFIED, figure(90)));
        assertThat(places).hasSize(1);
        assertThat(places.getFirst().share()).isEqualTo(0.1);
    }

    @Test
    void only_five_are_named_and_equal_counts_are_ranked_by_growth_then_by_code() {
        var themes = new HashMap<String, Figure>();
        for (var code : new String[] {"f", "e", "d", "c", "b"}) {
            themes.put(code, new Figure(10, 10));
        }
        themes.put("z", new Figure(10, 2));
        assertThat(TopFive.of(themes)).extracting(Place::theme).containsExactly("z", "b", "c", "d", "e");
    }

    @Test
    void nothing_written_is_no_theme() {
        assertThat(TopFive.of(Map.of())).isEmpty();
        assertThat(TopFive.of(Map.of("login", new Figure(0, 7)))).isEmpty();
    }

    @Test
    void velocity_is_undefined_without_a_baseline() {
        assertThat(new Figure(12, 10).velocity().orElseThrow()).isEqualTo(0.2, within(1e-9));
        assertThat(new Figure(12, 0).velocity()).isEmpty();
        assertThat(new Figure(12, 0).isNew()).isTrue();
        assertThat(Figure.ZERO.isNew()).isFalse();
    }

    private static Figure figure(long tickets) {
        return new Figure(tickets, 0);
    }
}
