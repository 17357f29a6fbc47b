package groundswell.insights.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.Dimension;
import groundswell.insights.Satisfaction;
import groundswell.insights.Span;
import groundswell.insights.counting.Counting;
import groundswell.insights.counting.Retold;
import groundswell.insights.counting.Retold.Ticket;
import groundswell.insights.counting.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories: rated, reopened, rated again, merged, classified anew. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RatingsRecountTest {
    private static final int PARTITIONS = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void ratings_by_theme_are_what_the_records_say(int seed) throws Exception {
        var topics = new Topics(new Random(seed), 600, PARTITIONS);
        var database = Counting.newDatabase();
        for (int p = 0; p < PARTITIONS; p++) {
            Counting.apply(database, topics.routing(p), new Random(seed));
            Counting.apply(database, topics.desk(p), new Random(seed));
        }
        var tickets = Retold.of(topics, PARTITIONS);
        var ratings = new RatingsInDatabase(database);
        var start = Instant.parse("2026-03-27T00:00:00Z");
        var rated = 0L;
        for (int quarter = 0; quarter < 20; quarter++) {
            var span = Span.endingAt(start.plus(Duration.ofHours(6L * (quarter + 1))), Duration.ofHours(6));
            var recounted = recount(tickets, span);
            assertThat(ratings.openedIn(span)).isEqualTo(recounted);
            rated += recounted.values().stream().mapToLong(Satisfaction::rated).sum();
        }
        assertThat(rated).isGreaterThan(50);
    }

    private static Map<String, Satisfaction> recount(List<Ticket> tickets, Span span) {
        var ratings = new HashMap<String, Satisfaction>();
        for (var ticket : tickets) {
            var score = ticket.score();
            if (score != null && span.contains(ticket.openedAt())) {
                ratings.merge(
                        ticket.code(Dimension.THEME),
                        new Satisfaction(1, score, score == 1 || score == 2 ? 1 : 0),
                        Satisfaction::plus);
            }
        }
        return ratings;
    }
}
