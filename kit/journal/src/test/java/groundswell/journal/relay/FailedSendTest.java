package groundswell.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.journal.flow.Flow;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FailedSendTest {
    final Flow flow = Flow.fresh(1);
    final RelaySettings settings = flow.settings("one");
    final AtomicInteger lives = new AtomicInteger();

    @Test
    void a_record_that_the_producer_refuses_leaves_no_hole() {
        flow.writer().append(0, 2);
        flow.writer().append(0, 1, 5000);
        flow.writer().append(0, 10);

        relayWith(setup -> {
            setup.put("max.request.size", 3000);
            return new KafkaProducer<>(setup);
        });

        flow.assertTopicIsComplete();
        applyAndCompare();
    }

    @Test
    void a_record_lost_under_way_while_later_ones_arrive_is_sent_again_with_all_behind_it() {
        flow.writer().append(0, 20);

        relayWith(setup -> new LosesOne(setup, 3));

        var positions = flow.log().positions(0);
        assertThat(positions.get(2)).as("the hole was real").isNotEqualTo(3);
        assertThat(positions).containsSubsequence(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 18L, 19L, 20L);
        applyAndCompare();
    }

    @Test
    void a_producer_that_is_never_answered_is_given_up_and_all_is_sent_again() {
        flow.writer().append(0, 20);

        relayWith(setup -> new LosesOne(setup, 20));

        flow.assertTopicIsComplete();
        applyAndCompare();
    }

    /** The first life of the producer is {@code broken}, the next ones are sound. */
    private void relayWith(Function<Properties, Producer<byte[], byte[]>> broken) {
        try (var relay = new Relay(flow.database(), settings, RelayHooks.NONE, () -> {
            var setup = ProducerSetup.of(settings);
            return lives.getAndIncrement() == 0 ? broken.apply(setup) : new KafkaProducer<>(setup);
        })) {
            relay.start();
            await().until(flow::isRelayed);
        }
        assertThat(lives).hasValue(2);
    }

    private void applyAndCompare() {
        try (var inbox = flow.inbox()) {
            inbox.accept(flow.log().asOnePoll());
            assertThat(inbox.openGaps()).isZero();
        }
        flow.assertTallyEqualsJournal();
    }

    /** Drops one record without a word and lets its followers through. */
    private static final class LosesOne extends KafkaProducer<byte[], byte[]> {
        private final long unlucky;
        private long sent;

        LosesOne(Properties setup, long unlucky) {
            super(setup);
            this.unlucky = unlucky;
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            if (++sent == unlucky) {
                var lost = new NotEnoughReplicasException("lost by the test");
                return CompletableFuture.failedFuture(lost);
            }
            return super.send(record, callback);
        }
    }
}
