package groundswell.insights.responsetimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import groundswell.insights.Dimension;
import groundswell.insights.Span;
import groundswell.insights.Waiting;
import groundswell.insights.WaitingTime;
import groundswell.insights.counting.Counting;
import groundswell.insights.counting.Retold;
import groundswell.insights.counting.Retold.Ticket;
import groundswell.insights.counting.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories: answered, resolved, reopened, merged. All waits are sorted and the one in the middle is looked at. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaitingTimesRecountTest {
    private static final int PARTITIONS = 3;
    private static final Span ALL_OF_IT = Span.endingAt(Instant.parse("2026-04-05T00:00:00Z"), Duration.ofDays(9));

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6})
    void medians_and_histograms_are_what_the_records_say(int seed) throws Exception {
        var topics = new Topics(new Random(seed), 600, PARTITIONS);
        var database = Counting.newDatabase();
        for (int p = 0; p < PARTITIONS; p++) {
            Counting.apply(database, topics.desk(p), new Random(seed));
            Counting.apply(database, topics.routing(p), new Random(seed));
        }
        var tickets = Retold.of(topics, PARTITIONS);
        var times = new WaitingTimesInDatabase(database);
        assertThat(waits(tickets, Waiting.FIRST_REPLY, ALL_OF_IT, Dimension.CHANNEL))
                .hasSize(3);
        for (var waiting : Waiting.values()) {
            for (var by : List.of(Dimension.THEME, Dimension.CHANNEL)) {
                for (var span : List.of(
                        ALL_OF_IT, Span.endingAt(ALL_OF_IT.from().plus(Duration.ofDays(3)), Duration.ofDays(1)))) {
                    var read = times.of(waiting, span, by);
                    var waits = waits(tickets, waiting, span, by);
                    assertThat(read.byCode()).hasSameSizeAs(waits);
                    waits.forEach((code, minutes) -> same(read.of(code), minutes, waiting));
                    same(
                            read.all(),
                            waits.values().stream()
                                    .flatMap(List::stream)
                                    .sorted()
                                    .toList(),
                            waiting);
                }
            }
        }
    }

    /** Minutes by code, shortest first. */
    private static Map<String, List<Double>> waits(List<Ticket> tickets, Waiting waiting, Span span, Dimension by) {
        return tickets.stream()
                .filter(ticket -> endedIn(span, ticket.ended(waiting)))
                .collect(Collectors.groupingBy(
                        ticket -> ticket.code(by),
                        Collectors.collectingAndThen(
                                Collectors.mapping(ticket -> minutes(ticket, waiting), Collectors.toList()),
                                minutes -> minutes.stream().sorted().toList())));
    }

    private static boolean endedIn(Span span, @Nullable Instant ended) {
        return ended != null && span.contains(ended);
    }

    private static double minutes(Ticket ticket, Waiting waiting) {
        var ended = ticket.ended(waiting);
        return ended == null ? 0 : Duration.between(ticket.openedAt(), ended).toMillis() / 60_000.0;
    }

    private static void same(WaitingTime read, List<Double> minutes, Waiting waiting) {
        assertThat(read.tickets()).isEqualTo(minutes.size());
        assertThat(read.median()).isCloseTo(quantile(minutes, 0.5), offset(1e-6));
        assertThat(read.ninetieth()).isCloseTo(quantile(minutes, 0.9), offset(1e-6));
        assertThat(read.within())
                .isEqualTo(waiting.bounds().stream()
                        .map(bound -> minutes.stream()
                                .filter(wait -> wait <= bound.toMinutes())
                                .count())
                        .toList());
    }

    /** Between two tickets it is interpolated. */
    private static double quantile(List<Double> sorted, double part) {
        var place = part * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}
