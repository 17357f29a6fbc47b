package groundswell.journal.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import groundswell.journal.flow.Deliverer;
import groundswell.journal.flow.Flow;
import groundswell.journal.flow.Tallying;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InboxTest {
    static final class KeyIsMissing extends RuntimeException implements NotYet {}

    final Flow flow = Flow.fresh(2);
    final Deliverer deliverer = new Deliverer(flow);
    final Inbox<List<Delivery>> inbox = flow.inbox();

    @Test
    void copies_are_skipped() {
        flow.writer().append(0, 10);

        deliverer.deliver(inbox, 0, 1, 2, 2, 1, 3, 4, 3, 4, 5);
        deliverer.deliver(inbox, 0, 4, 5, 6, 7, 8, 1, 9, 10, 10);

        flow.assertTallyEqualsJournal();
        assertThat(inbox.openGaps()).isZero();
    }

    @Test
    void what_one_poll_brought_of_several_partitions_is_one_batch_and_one_transaction() {
        var batches = new ArrayList<Integer>();
        var policy = new Tallying() {
            @Override
            public void apply(List<Delivery> batch, InboxTransaction transaction) throws SQLException {
                super.apply(batch, transaction);
                batches.add(batch.size());
            }
        };
        flow.writer().append(0, 7);
        flow.writer().append(1, 5);

        try (var counting = flow.inbox(policy)) {
            deliverer.deliver(counting);
        }

        assertThat(batches).containsExactly(12);
        assertThat(flow.number("select count(distinct xmin::text) from journal_inbox"))
                .isOne();
        flow.assertTallyEqualsJournal();
    }

    @Test
    void a_partition_that_another_replica_has_moved_meanwhile_is_chosen_anew_with_its_neighbours() {
        flow.writer().append(0, 4);
        flow.writer().append(1, 4);
        deliverer.deliver(inbox);
        try (var other = flow.inbox()) {
            flow.writer().append(1, 3);
            new Deliverer(flow).deliver(other);
        }
        flow.writer().append(0, 2);

        deliverer.deliver(inbox);

        flow.assertTallyEqualsJournal();
        assertThat(inbox.openGaps()).isZero();
    }

    @Test
    void a_later_position_alarms_until_the_missing_one_has_come() {
        flow.writer().append(0, 6);

        deliverer.deliver(inbox, 0, 1, 2, 4, 5);
        assertThat(inbox.openGaps()).isOne();
        assertThat(gapsInTable()).isOne();
        assertThat(tallied()).isEqualTo(2);

        deliverer.deliver(inbox, 0, 5);
        assertThat(gapsInTable()).isOne();

        deliverer.deliver(inbox, 0, 3, 4, 5, 6);
        assertThat(inbox.openGaps()).isZero();
        assertThat(gapsInTable()).isZero();
        flow.assertTallyEqualsJournal();
    }

    @Test
    void two_replicas_that_hold_the_same_batch_apply_it_once() throws Exception {
        try (var other = flow.inbox();
                var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 1; round <= 20; round++) {
                flow.writer().append(0, 5);
                var first = round * 5 - 4L;
                var together = new CyclicBarrier(2);
                var done = new ArrayList<Future<?>>();
                for (var one : List.of(inbox, other)) {
                    var mine = new Deliverer(flow);
                    done.add(threads.submit(() -> {
                        together.await();
                        mine.deliver(one, 0, first, first + 1, first + 2, first + 3, first + 4);
                        return null;
                    }));
                }
                for (var each : done) {
                    each.get();
                }
            }
        }
        flow.assertTallyEqualsJournal();
    }

    @Test
    void a_batch_whose_key_is_not_yet_there_waits_and_is_not_parked() throws Exception {
        flow.writer().append(0, 3);
        var policy = new Tallying() {
            volatile boolean keyArrived;

            @Override
            public List<Delivery> prepare(List<Delivery> batch) {
                if (!keyArrived) {
                    throw new IllegalStateException(new KeyIsMissing());
                }
                return batch;
            }
        };
        try (var waiting = flow.inbox(policy)) {
            var thread = Thread.ofPlatform().start(() -> deliverer.deliver(waiting));
            await().until(() -> waiting.waiting().isPresent());
            assertThat(waiting.waiting().orElseThrow().reason())
                    .isEqualTo("java.lang.IllegalStateException < " + KeyIsMissing.class.getName());
            policy.keyArrived = true;
            thread.join();
            assertThat(waiting.waiting()).isEmpty();
            assertThat(waiting.parked().list(10)).isEmpty();
        }
        flow.assertTallyEqualsJournal();
    }

    @Test
    void a_failure_of_the_database_is_waited_for() throws Exception {
        flow.writer().append(0, 3);
        var policy = new Tallying() {
            int failuresLeft = 3;

            @Override
            public void apply(List<Delivery> batch, InboxTransaction transaction) throws SQLException {
                super.apply(batch, transaction);
                if (failuresLeft-- > 0) {
                    transaction.connection().createStatement().execute("select pg_terminate_backend(pg_backend_pid())");
                }
            }
        };
        try (var hit = flow.inbox(policy)) {
            deliverer.deliver(hit);
            assertThat(hit.parked().list(10)).isEmpty();
        }
        flow.assertTallyEqualsJournal();
    }

    @Test
    void an_inbox_that_is_closed_while_it_waits_gives_up_and_applies_nothing() throws Exception {
        flow.writer().append(0, 3);
        var policy = new Tallying() {
            @Override
            public List<Delivery> prepare(List<Delivery> batch) {
                throw new KeyIsMissing();
            }
        };
        var waiting = flow.inbox(policy);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var delivery = threads.submit(() -> deliverer.deliver(waiting));
            await().until(() -> waiting.waiting().isPresent());
            waiting.close();
            assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                    .isThrownBy(delivery::get)
                    .withCauseInstanceOf(InboxClosed.class);
        }
        assertThat(tallied()).isZero();
    }

    @Test
    void actions_run_after_the_commit_only() {
        flow.writer().append(0, 2);
        var seen = new ArrayList<Long>();
        var policy = new Tallying() {
            @Override
            public void apply(List<Delivery> batch, InboxTransaction transaction) throws SQLException {
                transaction.afterCommit(() -> seen.add(tallied()));
                super.apply(batch, transaction);
                if (batch.size() == 2) {
                    throw new IllegalStateException("together they fail");
                }
            }
        };
        deliverer.deliver(flow.inbox(policy));

        assertThat(seen).containsExactly(1L, 2L);
    }

    @Test
    void on_a_topic_without_positions_offsets_decide() throws Exception {
        var first = deliverer.record(1, "a", Map.of("ce_type", "do.v1", "ce_id", "any text"));
        var second = deliverer.record(1, "b", Map.of());

        deliverer.accept(inbox, 1, List.of(first));
        deliverer.accept(inbox, 1, List.of(first, second));
        deliverer.accept(inbox, 1, List.of(second));

        assertThat(flow.numbers("select position from tally_event order by nth"))
                .containsExactly(1L, 2L);
        assertThat(inbox.openGaps()).isZero();
        var partition = new TopicPartition(flow.topic(), 1);
        assertThat(inbox.offsets(List.of(partition))).containsExactly(Map.entry(partition, 2L));
    }

    @Test
    void a_strangers_record_on_a_topic_with_positions_is_skipped() {
        flow.writer().append(0, 2);
        deliverer.deliver(inbox, 0, 1);
        deliverer.accept(inbox, 0, List.of(deliverer.record(0, "stranger", Map.of("ce_position", "soon"))));
        deliverer.accept(inbox, 0, List.of(deliverer.record(0, "stranger", Map.of())));
        deliverer.deliver(inbox, 0, 2);

        flow.assertTallyEqualsJournal();
    }

    private long tallied() {
        return flow.number("select count(*) from tally_event");
    }

    private long gapsInTable() {
        return flow.number("select count(*) from journal_inbox where gap_since is not null");
    }
}
