package groundswell.journal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.journal.flow.Deliverer;
import groundswell.journal.flow.Flow;
import groundswell.journal.flow.Tallying;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ParkedStreamTest {
    static final String SICK = "s-0-3";

    /** Fails in the database, as a column too short or a constraint would, for one event of one stream. */
    static class Squeamish extends Tallying {
        boolean mended;

        @Override
        public void apply(List<Delivery> batch, InboxTransaction transaction) throws SQLException {
            if (!mended
                    && batch.stream()
                            .anyMatch(delivery -> delivery.stream().equals(SICK) && delivery.position() == 10)) {
                transaction.connection().createStatement().execute("select 'Mrs Miller'::int");
            }
            super.apply(batch, transaction);
        }
    }

    final Flow flow = Flow.fresh(2);
    final Squeamish policy = new Squeamish();
    final Inbox<List<Delivery>> inbox = flow.inbox(policy);
    final Deliverer deliverer = new Deliverer(flow);

    @Test
    void a_poison_record_parks_its_stream_only_and_after_mending_all_is_applied_in_order() throws Exception {
        flow.writer().append(0, 30);
        flow.writer().append(1, 30);
        deliverer.deliver(inbox);

        assertThat(inbox.parked().list(100)).extracting(Parked.Entry::position).containsExactly(10L, 17L, 24L);
        assertThat(inbox.parked().list(100)).extracting(Parked.Entry::stream).containsOnly(SICK);
        assertThat(flow.number("select count(*) from tally_event")).isEqualTo(60 - 3);
        assertThat(flow.number("select position from journal_inbox where partition = 0"))
                .isEqualTo(30);

        flow.writer().append(0, 7);
        deliverer.deliver(inbox);
        assertThat(inbox.parked().list(100)).as("later records queue behind").hasSize(4);

        assertThat(inbox.parked().retry(flow.topic(), SICK))
                .isEqualTo(new Parked.Retried(0, "org.postgresql.util.PSQLException 22P02"));
        policy.mended = true;
        assertThat(inbox.parked().retry(flow.topic(), SICK)).isEqualTo(new Parked.Retried(4, null));

        flow.writer().append(0, 7);
        deliverer.deliver(inbox);
        assertThat(inbox.parked().list(100)).isEmpty();
        assertThat(flow.number("select count(*) from tally_event")).isEqualTo(74);
        assertThat(flow.numbers(
                        "select position from tally_event where partition = 0 and position % 7 = 3 order by nth"))
                .containsExactly(3L, 10L, 17L, 24L, 31L, 38L);
    }

    @Test
    void a_dropped_record_lets_its_stream_go_on() throws Exception {
        flow.writer().append(0, 20);
        deliverer.deliver(inbox);
        var poison = inbox.parked().list(1).getFirst();

        assertThat(inbox.parked().drop(flow.topic(), 0, poison.offset())).isTrue();
        assertThat(inbox.parked().drop(flow.topic(), 0, poison.offset())).isFalse();
        assertThat(inbox.parked().retry(flow.topic(), SICK)).isEqualTo(new Parked.Retried(1, null));

        assertThat(flow.number("select count(*) from tally_event")).isEqualTo(19);
        assertThat(inbox.parked().list(10)).isEmpty();
    }

    @Test
    void what_is_parked_says_no_word_of_the_customer() throws Exception {
        flow.writer().append(0, 10);
        deliverer.deliver(inbox);

        assertThat(inbox.parked().list(10).getFirst().error())
                .isEqualTo("org.postgresql.util.PSQLException 22P02")
                .doesNotContain("Miller");
    }

    @Test
    void another_replica_that_still_reads_old_records_parks_nothing_twice() throws Exception {
        flow.writer().append(0, 30);
        deliverer.deliver(inbox);
        try (var zombie = flow.inbox(policy)) {
            deliverer.deliverAll(zombie);
        }

        assertThat(inbox.parked().list(10)).hasSize(3);
        assertThat(flow.number("select count(*) from tally_event")).isEqualTo(27);
    }
}
