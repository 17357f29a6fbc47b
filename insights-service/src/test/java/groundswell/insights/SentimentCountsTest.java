package groundswell.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SentimentCountsTest {
    @Test
    void a_part_is_of_those_that_could_be_told_and_has_its_interval() {
        var here = new SentimentCounts(12, 26, 2, 10);
        assertThat(here.told()).isEqualTo(40);
        var interval = Wilson.of(12, 40);
        assertThat(interval.low()).isCloseTo(0.181, within(0.001));
        assertThat(interval.high()).isCloseTo(0.454, within(0.001));
        assertThat(plain(here.sentence(new SentimentCounts(14, 86, 0, 5))))
                .isEqualTo("Of 40 tickets that could be told, 12 were upset: 30 %, between 18 % and 45 % with 95 %"
                        + " certainty; certainly more than elsewhere (14 %).");
    }

    @Test
    void few_tickets_make_no_difference_and_none_no_sentence() {
        assertThat(plain(new SentimentCounts(1, 3, 0, 0).sentence(new SentimentCounts(14, 86, 0, 5))))
                .startsWith("Of 4 tickets that could be told, 1 was upset")
                .contains("no certain difference to elsewhere");
        assertThat(new SentimentCounts(0, 0, 0, 9).sentence(SentimentCounts.NONE))
                .contains("not known yet");
        assertThat(new SentimentCounts(0, 5, 0, 9).sentence(SentimentCounts.NONE))
                .doesNotContain("elsewhere");
    }

    /** Numbers and what they count do not break. */
    private static String plain(String sentence) {
        return sentence.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
