package groundswell.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.journal.flow.Flow;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventReaderTest {
    static final int LARGE = 500_000;

    final Flow flow = Flow.fresh(1);
    final EventReader reader = new EventReader(flow.settings("one"));

    @Test
    void large_events_behind_many_small_ones_are_read_a_few_at_a_time_and_none_is_left_out() throws SQLException {
        flow.writer().append(0, 2_100);
        flow.writer().append(0, 60, LARGE);
        try (var connection = flow.database().getConnection()) {
            var last = 0L;
            for (var more = true; more; ) {
                var batch = reader.read(connection, 0, last);
                assertThat(bytes(batch)).isLessThan(EventReader.BATCH_BYTES + LARGE + 100);
                for (var event : batch.events()) {
                    assertThat(event.position()).isEqualTo(++last);
                }
                more = batch.more();
            }
            assertThat(last).isEqualTo(2_160);
        }
    }

    @Test
    void an_event_larger_than_a_whole_batch_is_read_alone() throws SQLException {
        flow.writer().append(0, 2, (int) EventReader.BATCH_BYTES + 1);
        try (var connection = flow.database().getConnection()) {
            var batch = reader.read(connection, 0, 0);
            assertThat(batch.events()).hasSize(1);
            assertThat(batch.more()).isTrue();
        }
    }

    private static long bytes(Batch batch) {
        return batch.events().stream()
                .mapToLong(event -> event.record().value().length)
                .sum();
    }
}
