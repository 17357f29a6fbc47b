package groundswell.local.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MonthTest {
    static final Instant NOW = Instant.parse("2026-11-19T15:40:00Z");
    static final List<DemoTicket> MONTH = Month.until(NOW);

    @Test
    void five_weeks_have_more_than_a_thousand_tickets_and_never_more_than_seventeen_hundred() {
        for (int day = 0; day < 14; day++) {
            assertThat(Month.until(NOW.plus(Duration.ofHours(25L * day))).size())
                    .isBetween(1_100, 1_700);
        }
    }

    @Test
    void the_same_moment_brings_the_same_month() {
        assertThat(Month.until(NOW).equals(MONTH)).isTrue();
    }

    @Test
    void a_load_repeated_a_minute_later_names_the_same_tickets() {
        assertThat(ids(Month.until(NOW.plusSeconds(60)))).containsAll(ids(MONTH));
        assertThat(ids(MONTH)).doesNotHaveDuplicates();
    }

    @Test
    void nothing_lies_in_the_future_and_every_past_runs_forward() {
        assertThat(MONTH).allSatisfy(ticket -> {
            assertThat(ticket.steps()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
            assertThat(Stream.concat(
                            Stream.of(ticket.at()), ticket.steps().stream().map(Step::at)))
                    .allMatch(at -> at.isBefore(NOW))
                    .allMatch(at -> !at.isBefore(ticket.at()));
        });
    }

    @Test
    void no_gap_is_left_unfilled_in_any_text() {
        assertThat(MONTH.stream()
                        .flatMap(ticket -> Stream.concat(
                                Stream.of(ticket.subject(), ticket.body()),
                                ticket.steps().stream()
                                        .map(step -> step.more().get("body") + " "
                                                + step.more().get("comment")))))
                .noneMatch(text -> text.contains("{") || text.contains("\\n"));
    }

    @Test
    void the_month_has_its_stories() {
        var doubleCharge = MONTH.stream()
                .filter(t -> t.topic().theme().equals("billing-double-charge"))
                .toList();
        var fixed = NOW.minus(Duration.ofDays(10));
        assertThat(doubleCharge.stream().filter(t -> t.at().isBefore(fixed)).count())
                .isGreaterThan(25);
        assertThat(doubleCharge.stream().filter(t -> t.at().isAfter(fixed)).count())
                .isLessThan(8);
        assertThat(MONTH.stream().filter(t -> t.externalId().contains("exports-")))
                .hasSizeGreaterThan(30);
        assertThat(count(DemoTicket::channel)).hasSize(6);
        assertThat(count(t -> t.topic().theme()).size()).isGreaterThan(20);
        assertThat(MONTH.stream().filter(DemoTicket::isWaiting).count()).isBetween(15L, 120L);
        assertThat(MONTH.stream().flatMap(t -> t.consent().stream()).map(DemoTicket.Answer::status))
                .contains("asked", "granted", "declined", "withdrawn");
    }

    @Test
    void every_score_is_given_and_who_had_to_come_back_gives_less() {
        var rated = MONTH.stream().filter(t -> !scores(t).isEmpty()).toList();
        assertThat(rated).hasSizeGreaterThan(200);
        assertThat(rated.stream().flatMap(t -> scores(t).stream())).contains(1, 2, 3, 4, 5);
        assertThat(mean(rated.stream().filter(MonthTest::cameBack)))
                .isLessThan(mean(rated.stream().filter(t -> !cameBack(t))));
    }

    private static boolean cameBack(DemoTicket ticket) {
        return ticket.steps().stream()
                        .filter(step -> step.kind().equals("resolve"))
                        .count()
                > 1;
    }

    private static List<Integer> scores(DemoTicket ticket) {
        return ticket.steps().stream()
                .filter(step -> step.kind().equals("rate"))
                .map(step -> (Integer) step.more().get("score"))
                .toList();
    }

    private static double mean(Stream<DemoTicket> tickets) {
        return tickets.flatMap(ticket -> scores(ticket).stream())
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();
    }

    private static List<String> ids(List<DemoTicket> tickets) {
        return tickets.stream().map(DemoTicket::externalId).toList();
    }

    private static Map<Object, Long> count(Function<DemoTicket, Object> by) {
        return MONTH.stream().collect(groupingBy(by, counting()));
    }
}
