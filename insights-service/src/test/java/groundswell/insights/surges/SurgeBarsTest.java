package groundswell.insights.surges;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.SurgeKey;
import groundswell.insights.surges.SimulatedHistory.Rise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is found in histories whose rises are known: six companies of twenty themes over eight weeks, with a rhythm of hours
 * and weekdays, a day without record, a general flood, and a rise every other day of a theme that has three tickets an hour
 * or more.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SurgeBarsTest {
    private static final int HISTORIES = 6;

    /** @param delays of the rises that were found, shortest first */
    record Result(int rises, int alerts, int falseAlerts, List<Duration> delays) {
        double recall() {
            return (double) delays.size() / rises;
        }

        double within(Duration time) {
            return (double) delays.stream().filter(d -> d.compareTo(time) <= 0).count() / rises;
        }

        double precision() {
            return 1 - (double) falseAlerts / alerts;
        }

        double falseAlertsAWeek() {
            return falseAlerts / (HISTORIES * SimulatedHistory.DAYS / 7.0);
        }

        Duration median() {
            return delays.get(delays.size() / 2);
        }
    }

    @ParameterizedTest(name = "spread {0}: median delay at most {1} minutes")
    @CsvSource({"0, 120", "0.05, 150", "0.15, 240"})
    void a_threefold_rise_is_found_and_hardly_anything_else_is(double spread, int minutes) {
        var result = search(spread, 3);
        assertThat(result.recall()).isGreaterThanOrEqualTo(0.9);
        assertThat(result.precision()).isGreaterThanOrEqualTo(0.9);
        assertThat(result.falseAlertsAWeek()).isLessThanOrEqualTo(1);
        assertThat(result.median()).isLessThanOrEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest(name = "{0} times, spread {1}: recall at least {2}, within two hours {3}")
    @CsvSource({"5, 0, 0.95, 0.9", "4, 0, 0.95, 0.85", "4, 0.05, 0.9, 0.75", "2.5, 0, 0.85, 0.3", "2, 0, 0.7, 0.1"})
    void larger_rises_are_found_sooner_and_smaller_ones_later_or_not(
            double times, double spread, double recall, double within) {
        var result = search(spread, times);
        assertThat(result.recall()).isGreaterThanOrEqualTo(recall);
        assertThat(result.within(Duration.ofHours(2))).isGreaterThanOrEqualTo(within);
        assertThat(result.falseAlertsAWeek()).isLessThanOrEqualTo(1);
    }

    private static Result search(double spread, double times) {
        int rises = 0, alerts = 0, falseAlerts = 0;
        var delays = new ArrayList<Duration>();
        for (long seed = 1; seed <= HISTORIES; seed++) {
            var history = new SimulatedHistory(seed, spread, times);
            var missed = new HashSet<Rise>(history.rises);
            for (var surge : history.surges(0, SimulatedHistory.DAYS, List.of())) {
                var met =
                        history.rises.stream().filter(rise -> rise.meets(surge)).findFirst();
                falseAlerts += met.isEmpty() ? 1 : 0;
                if (met.isPresent() && missed.remove(met.get()) && !surge.key().equals(SurgeKey.ALL)) {
                    delays.add(met.get().until(surge));
                }
                alerts++;
            }
            rises += history.rises.size() - 1; // the flood is nobody's rise
        }
        return new Result(rises, alerts, falseAlerts, delays.stream().sorted().toList());
    }
}
