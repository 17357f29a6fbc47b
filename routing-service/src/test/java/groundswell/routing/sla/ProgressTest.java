package groundswell.routing.sla;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.journal.inbox.PartitionLag;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How far time may speak. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProgressTest {
    static final Instant T = Instant.parse("2026-03-02T10:00:00Z");

    final Progress progress = new Progress();

    static PartitionLag lag(long position, long behind) {
        return new PartitionLag("ticket.events.v1", 3, position, behind, null);
    }

    @Test
    void a_reader_at_the_end_has_read_up_to_now() {
        progress.note(lag(100, 0), T);
        assertThat(progress.reached()).containsEntry(3, T);
    }

    @Test
    void one_that_has_never_been_at_an_end_has_read_up_to_nowhere() {
        progress.note(lag(100, 5), T);
        assertThat(progress.reached()).isEmpty();
    }

    @Test
    void one_that_is_always_a_little_behind_reaches_the_end_that_there_was() {
        progress.note(lag(100, 5), T);
        progress.note(lag(104, 5), T.plusSeconds(1));
        assertThat(progress.reached()).isEmpty();
        progress.note(lag(105, 5), T.plusSeconds(2));
        assertThat(progress.reached()).containsEntry(3, T);
        progress.note(lag(111, 5), T.plusSeconds(3));
        assertThat(progress.reached()).containsEntry(3, T.plusSeconds(2));
    }

    @Test
    void one_that_stands_still_stays_where_it_was() {
        progress.note(lag(100, 0), T);
        progress.note(lag(100, 9), T.plusSeconds(60));
        progress.note(lag(100, 90), T.plusSeconds(120));
        assertThat(progress.reached()).containsEntry(3, T);
    }
}
