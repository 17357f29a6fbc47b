package groundswell.journal.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.journal.flow.Deliverer;
import groundswell.journal.flow.Flow;
import groundswell.journal.flow.Tallying;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoppedInboxTest {
    final Flow flow = Flow.fresh(2);

    @Test
    void a_replica_that_is_stopped_inside_its_transaction_holds_up_the_others_for_seconds_only() throws Exception {
        flow.writer().append(0, 20);
        var inside = new CountDownLatch(1);
        var mayWake = new CountDownLatch(1);
        try (var stopped = flow.inbox(stoppedAfterApplying(inside, mayWake));
                var other = flow.inbox();
                var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> new Deliverer(flow).deliver(stopped));
            inside.await();
            try {
                var second = threads.submit(() -> new Deliverer(flow).deliver(other));
                second.get(30, TimeUnit.SECONDS);
            } finally {
                mayWake.countDown();
            }
            first.get();
            assertThat(other.parked().list(10)).isEmpty();
        }
        flow.assertTallyEqualsJournal();
    }

    @Test
    void a_lock_that_is_not_to_be_had_in_time_is_waited_for_and_parks_nothing() throws Exception {
        flow.writer().append(0, 20);
        try (var inbox = flow.inbox();
                var threads = Executors.newSingleThreadExecutor();
                var holder = flow.database().getConnection()) {
            new Deliverer(flow).deliver(inbox);
            flow.writer().append(0, 20);
            holder.setAutoCommit(false);
            holder.createStatement().execute("select from journal_inbox for update");

            var delivery = threads.submit(() -> new Deliverer(flow).deliver(inbox));
            await().until(() -> inbox.waiting()
                    .filter(waiting -> waiting.reason().endsWith("55P03"))
                    .isPresent());
            holder.rollback();

            delivery.get();
            assertThat(inbox.parked().list(10)).isEmpty();
        }
        flow.assertTallyEqualsJournal();
    }

    @Test
    void a_parked_record_is_applied_under_the_same_limits() throws Exception {
        flow.writer().append(0, 1);
        var seen = new ArrayList<String>();
        var policy = new Tallying() {
            boolean mended;

            @Override
            public void apply(List<Delivery> batch, InboxTransaction transaction) throws SQLException {
                seen.add(limits(transaction));
                if (!mended) {
                    throw new IllegalStateException("not yet mended");
                }
                super.apply(batch, transaction);
            }
        };
        try (var inbox = flow.inbox(policy)) {
            new Deliverer(flow).deliver(inbox);
            policy.mended = true;
            assertThat(inbox.parked().retry(flow.topic(), "s-0-1")).isEqualTo(new Parked.Retried(1, null));
        }
        assertThat(seen).hasSizeGreaterThan(2).containsOnly("3s 5s 1min");
    }

    private static String limits(InboxTransaction transaction) throws SQLException {
        try (var statement = transaction.connection().createStatement();
                var row = statement.executeQuery(
                        "select concat_ws(' ', current_setting('lock_timeout'),"
                                + " current_setting('idle_in_transaction_session_timeout'), current_setting('transaction_timeout'))")) {
            row.next();
            return row.getString(1);
        }
    }

    private static Tallying stoppedAfterApplying(CountDownLatch inside, CountDownLatch mayWake) {
        return new Tallying() {
            @Override
            public void apply(List<Delivery> batch, InboxTransaction transaction) throws SQLException {
                super.apply(batch, transaction);
                inside.countDown();
                try {
                    mayWake.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
