package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SatisfactionTest {
    private static final Satisfaction ELSEWHERE = new Satisfaction(1_000, 4_500, 120);

    @Test
    void a_sentence_says_how_many_rated_and_how_certain_it_is() {
        assertThat(new Satisfaction(100, 320, 35).sentence(ELSEWHERE))
                .isEqualTo("3.2 of 5 from 100 ratings; 35\u00a0% gave 1 or 2, between 26\u00a0% and 45\u00a0% with 95 %"
                        + " certainty. Elsewhere 4.5, and 12\u00a0% (certainly fewer than here).");
        assertThat(new Satisfaction(20, 60, 3).sentence(ELSEWHERE)).endsWith("12\u00a0% (no certain difference).");
    }

    @Test
    void without_others_it_stands_alone_and_without_ratings_it_says_so() {
        assertThat(new Satisfaction(1, 5, 0).sentence(Satisfaction.NONE))
                .startsWith("5.0 of 5 from 1 rating; 0\u00a0% gave 1 or 2")
                .endsWith("certainty.");
        assertThat(Satisfaction.NONE.sentence(ELSEWHERE)).isEqualTo("Nobody has rated the answers yet.");
    }

    @Test
    void fewer_than_ten_are_not_told_outside() {
        assertThat(new Satisfaction(9, 40, 0).isTellable()).isFalse();
        assertThat(new Satisfaction(10, 40, 0).isTellable()).isTrue();
    }
}
