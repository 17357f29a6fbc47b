package groundswell.insights.surges;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.Surge;
import groundswell.insights.SurgeKey;
import groundswell.insights.surges.SimulatedHistory.Rise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SurgeDetectorTest {
    static final SimulatedHistory HISTORY = new SimulatedHistory(3, 0.05, 4);
    static final List<Surge> SURGES = HISTORY.surges(0, SimulatedHistory.DAYS, List.of());

    @Test
    void a_surge_says_when_it_began_peaked_and_ended_and_what_is_usual() {
        var rise = HISTORY.rises.stream()
                .filter(one -> SURGES.stream().filter(one::meets).count() == 1)
                .filter(one -> one.usualPerHour() > 8)
                .findFirst()
                .orElseThrow();
        var surge = SURGES.stream().filter(rise::meets).findFirst().orElseThrow();
        assertThat(Duration.between(surge.began(), rise.from()).abs()).isLessThan(Duration.ofHours(2));
        assertThat(Duration.between(surge.unusualTo(), rise.to()).abs()).isLessThan(Duration.ofHours(6));
        assertThat(surge.peakAt()).isBetween(surge.opened(), surge.unusualTo());
        assertThat(surge.closed()).isTrue();
        assertThat(surge.times()).isBetween(2.5, 5.5);
        assertThat((double) surge.peak()).isGreaterThan(3 * rise.usualPerHour());
    }

    @Test
    void one_rise_is_one_surge_however_long_it_lasts() {
        for (Rise rise : HISTORY.rises) {
            assertThat(SURGES.stream().filter(rise::meets).count()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_general_flood_is_one_surge_of_all_tickets_and_none_of_its_themes() {
        var flood = HISTORY.rises.getLast();
        assertThat(SURGES).filteredOn(flood::meets).hasSize(1);
        assertThat(SURGES)
                .filteredOn(surge -> surge.opened().isAfter(flood.from()))
                .filteredOn(surge -> surge.opened().isBefore(flood.to()))
                .filteredOn(surge -> HISTORY.rises.stream().noneMatch(rise -> rise.meets(surge)))
                .isEmpty();
    }

    @Test
    void the_surge_of_one_theme_is_none_of_all_tickets_not_even_when_it_is_just_over() {
        assertThat(SURGES).filteredOn(surge -> surge.key().equals(SurgeKey.ALL)).hasSize(1);
    }

    @Test
    void what_is_found_of_a_day_depends_on_nothing_that_came_later() {
        for (int day = 20; day < 50; day += 7) {
            var end = SimulatedHistory.at(day * 24);
            assertThat(HISTORY.surges(0, day, List.of()))
                    .extracting(Surge::id)
                    .containsExactlyElementsOf(SURGES.stream()
                            .filter(surge -> !surge.opened().isAfter(end))
                            .map(Surge::id)
                            .toList());
        }
    }

    /** Every midnight that no surge reaches over will do, also one just before a rise that may be an old one's return. */
    @Test
    void a_search_that_goes_on_where_an_earlier_one_stopped_finds_the_same() {
        int midnights = 0;
        for (int day = 16; day < SimulatedHistory.DAYS - 2; day++) {
            var midnight = SimulatedHistory.at(day * 24);
            if (SurgeSearch.clear(SURGES, midnight).equals(midnight)) {
                midnights++;
                assertThat(HISTORY.surges(day, SimulatedHistory.DAYS, opened(midnight, false)))
                        .isEqualTo(opened(midnight, true));
            }
        }
        assertThat(midnights).isPositive();
    }

    private static List<Surge> opened(Instant midnight, boolean after) {
        return SURGES.stream()
                .filter(surge -> surge.opened().isAfter(midnight) == after)
                .toList();
    }

    @Test
    void a_handful_of_tickets_on_what_nobody_ever_wrote_about_is_no_surge_and_a_dozen_is() {
        assertThat(Chance.ofAtLeast(8, 0.05, 1)).isLessThan(SurgeRules.USUAL.chance());
        var quiet = new Level(SurgeKey.theme("new"), 4);
        assertThat(quiet.chance(new SurgeDetector.Sum(3, 0), 4, 1)).isGreaterThan(SurgeRules.USUAL.chance());
        assertThat(quiet.chance(new SurgeDetector.Sum(12, 0), 4, 1)).isLessThan(SurgeRules.USUAL.chance());
        assertThat(SurgeRules.USUAL.fewest()).isEqualTo(8);
    }

    @Test
    void the_chance_of_a_count_is_that_of_a_negative_binomial_distribution() {
        assertThat(Chance.ofAtLeast(0, 3, 0.1)).isEqualTo(1);
        // with a spread of 1 it is geometric: (mean / (1 + mean))^n
        assertThat(Chance.ofAtLeast(5, 3, 1)).isCloseTo(Math.pow(0.75, 5), org.assertj.core.data.Offset.offset(1e-12));
        // with hardly any spread it is Poisson's: 1 - e^-2 (1 + 2)
        assertThat(Chance.ofAtLeast(2, 2, 1e-9))
                .isCloseTo(1 - 3 * Math.exp(-2), org.assertj.core.data.Offset.offset(1e-6));
    }
}
