package groundswell.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.journal.flow.Flow;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PausedRelayTest {
    final Flow flow = Flow.fresh(1);
    final CountDownLatch paused = new CountDownLatch(1);
    final CountDownLatch mayWake = new CountDownLatch(1);
    long copiesBefore;

    @Test
    void a_paused_relay_that_wakes_after_its_lease_was_taken_changes_nothing_downstream() throws Exception {
        flow.writer().append(0, 40);
        try (var inbox = flow.inbox();
                var sleeper = relay("sleeper", pauseAfter(10));
                var successor = relay("alert", RelayHooks.NONE)) {
            sleeper.start();
            paused.await();
            successor.start();
            await().until(flow::isRelayed);
            flow.writer().append(0, 5);
            await().until(flow::isRelayed);
            inbox.accept(flow.log().asOnePoll());
            flow.assertTallyEqualsJournal();

            var copies = copiesOnTopic();
            mayWake.countDown();
            await().until(() -> copiesOnTopic() >= copies + 10);
            flow.writer().append(0, 20);
            await().until(flow::isRelayed);

            inbox.accept(flow.log().asOnePoll());
            flow.assertTallyEqualsJournal();
            assertThat(inbox.openGaps()).isZero();
            assertThat(sleeper.relayed()).isZero();
            assertThat(flow.number("select fence from journal_relay")).isEqualTo(2);
        }
    }

    /** Events that stand on the topic more than once: what the sleeper wrote when it woke. */
    private long copiesOnTopic() {
        var positions = flow.log().positions(0);
        return positions.size() - positions.stream().distinct().count();
    }

    private Relay relay(String owner, RelayHooks hooks) {
        var settings = flow.settings(owner);
        return new Relay(flow.database(), settings, hooks, () -> new KafkaProducer<>(ProducerSetup.of(settings)));
    }

    private RelayHooks pauseAfter(long position) {
        return new RelayHooks() {
            @Override
            public void afterSend(int partition, long sent) {
                if (sent == position) {
                    paused.countDown();
                    waitFor(mayWake);
                    copiesBefore = copiesOnTopic();
                } else if (sent == position + 10) {
                    await().until(() -> copiesOnTopic() >= copiesBefore + 10); // before it learns of its loss
                }
            }
        };
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
