package groundswell.insights.aggregates;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.Dimension;
import groundswell.insights.Measure;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.counting.Counting;
import groundswell.insights.counting.Topics;
import groundswell.journal.inbox.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who remembers gives the same as who looks for the first time. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountsInDatabaseTest {
    private static final int PARTITIONS = 3;
    private static final Instant START = Instant.parse("2026-03-27T00:00:00Z");
    private static final Span TOO_LONG_TO_REMEMBER = Span.endingAt(START.plusSeconds(15 * 86_400), Duration.ofDays(20));

    /** Three-hour steps across midnights, one with uneven ends, and one without length. */
    private static final List<Span> SPANS = new ArrayList<>(IntStream.range(0, 60)
            .mapToObj(i -> Span.endingAt(START.plusSeconds(4_500 + i * 10_800L), Duration.ofHours(3)))
            .toList());

    static {
        SPANS.add(TOO_LONG_TO_REMEMBER);
        SPANS.add(new Span(START.minusSeconds(900), START.plusSeconds(6 * 86_400 + 2_700)));
        SPANS.add(new Span(START, START));
    }

    @Test
    void remembered_sums_follow_every_change() throws Exception {
        var database = Counting.newDatabase();
        var random = new Random(11);
        var remembering = new CountsInDatabase(database, new RememberedSums());
        var medians = new RepliesInDatabase(database);
        var topics = new Topics(random, 300, PARTITIONS);
        for (var batch : batches(topics, random)) {
            Counting.apply(database, batch, random);
            var fresh = new CountsInDatabase(database, new RememberedSums());
            for (var measure : Measure.values()) {
                for (var by : List.of(List.of(Dimension.THEME), List.<Dimension>of())) {
                    assertThat(remembering.in(SPANS, measure, by, Only.ALL))
                            .isEqualTo(fresh.in(SPANS, measure, by, Only.ALL));
                }
            }
            var revenue = Only.ALL.with(Dimension.TEAM, "revenue");
            assertThat(remembering.in(SPANS, Measure.OPENED, List.of(Dimension.PLAN), revenue))
                    .isEqualTo(fresh.in(SPANS, Measure.OPENED, List.of(Dimension.PLAN), revenue));
            assertThat(medians.medianMinutes(SPANS)).isEqualTo(new RepliesInDatabase(database).medianMinutes(SPANS));
        }
        assertThat(remembering.totals(List.of(TOO_LONG_TO_REMEMBER), Measure.OPENED, Only.ALL))
                .containsExactly((long) topics.counted());
    }

    /** Pieces of all topics and partitions. */
    private static List<List<Delivery>> batches(Topics topics, Random random) {
        var batches = new ArrayList<List<Delivery>>();
        for (int p = 0; p < PARTITIONS; p++) {
            for (var partition : List.of(topics.desk(p), topics.routing(p))) {
                for (int from = 0; from < partition.size(); ) {
                    int to = Math.min(partition.size(), from + 40 + random.nextInt(200));
                    batches.add(partition.subList(from, to));
                    from = to;
                }
            }
        }
        return batches;
    }
}
