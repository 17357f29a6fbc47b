package groundswell.insights.discovery;

import static groundswell.insights.discovery.UnclearSample.MOST;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.insights.counting.Counting;
import groundswell.insights.discovery.UnclearSample.Sampled;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** On a real database: what is grouped at once has an end, and what stands for the rest is like the rest. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnclearSampleTest {
    static final Instant SINCE = Instant.parse("2026-01-05T00:00:00Z");

    /** One a minute, under ids in the order of time. */
    private static final String WRITTEN = """
            with t as (insert into insights_ticket (ticket_id, opened_at, read_theme, read_confidence)
                select (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid,
                    ?::timestamptz + n * interval '1 minute', 'product-how-to', ?
                from generate_series(?, ?) n returning ticket_id, opened_at)
            insert into insights_text (message_id, ticket_id, requester_id, subject_box, body_box, written_at)
            select ticket_id, ticket_id, ticket_id, 'AA', 'AA', opened_at from t""";

    final DataSource database = Counting.newDatabase();

    @Test
    void up_to_ten_thousand_texts_all_are_grouped() throws Exception {
        written(1, MOST, 0.49);
        written(MOST + 1, MOST + 500, 0.5); // clear
        assertThat(sampled()).hasSize(MOST).doesNotHaveDuplicates().allMatch(number -> number <= MOST);
    }

    @Test
    void of_one_more_the_sample_has_no_more() throws Exception {
        written(1, MOST + 1, 0.2);
        assertThat(sampled()).hasSize(MOST).doesNotHaveDuplicates();
    }

    @Test
    void of_twice_as_many_it_takes_half_of_each_tenth_of_the_time() throws Exception {
        written(1, 2 * MOST, 0.2);
        var sampled = sampled();
        assertThat(sampled).hasSize(MOST).doesNotHaveDuplicates();
        for (int tenth = 0; tenth < 10; tenth++) {
            int from = tenth * MOST / 5, to = from + MOST / 5;
            assertThat(sampled.stream().filter(number -> number > from && number <= to))
                    .as("tickets %d to %d: five times what chance does", from, to)
                    .hasSizeBetween(MOST / 10 - 110, MOST / 10 + 110);
        }
    }

    @Test
    void it_stays_the_same_but_for_the_part_of_new_texts_that_falls_into_it() throws Exception {
        written(1, 2 * MOST, 0.2);
        var before = sampled();
        assertThat(sampled()).isEqualTo(before);
        written(2 * MOST + 1, 2 * MOST + 400, 0.2);
        var left = new HashSet<>(before);
        sampled().forEach(left::remove);
        assertThat(left).hasSizeBetween(100, 300);
    }

    private void written(int from, int to, double confidence) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(WRITTEN)) {
            insert.setString(1, SINCE.toString());
            insert.setDouble(2, confidence);
            insert.setInt(3, from);
            insert.setInt(4, to);
            insert.executeUpdate();
        }
    }

    /** Which of them, by the order in which they were written. */
    private List<Integer> sampled() throws SQLException {
        try (var connection = database.getConnection()) {
            return UnclearSample.of(connection, SINCE).stream()
                    .map(Sampled::ticketId)
                    .map(UnclearSampleTest::number)
                    .toList();
        }
    }

    private static int number(UUID ticket) {
        return (int) (ticket.getMostSignificantBits() >>> 32);
    }
}
