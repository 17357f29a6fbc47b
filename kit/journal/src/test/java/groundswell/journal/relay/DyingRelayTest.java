package groundswell.journal.relay;

import static org.awaitility.Awaitility.await;

import groundswell.journal.flow.Flow;
import java.time.Duration;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DyingRelayTest {
    static final int PARTITIONS = 3;

    final Flow flow = Flow.fresh(PARTITIONS);

    @Test
    void a_relay_that_dies_at_200_points_leaves_no_hole_and_everything_is_applied_once() {
        createTopic();
        var random = new Random(20260101);
        try (var inbox = flow.inbox()) {
            for (int death = 0; death < 200; death++) {
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    flow.writer().append(partition, 3 + random.nextInt(4));
                }
                var moment = Death.Moment.values()[death % 4];
                dieAt(new Death(moment, 1 + random.nextInt(moment.perSlot() ? 2 : 9)));
                if (death % 40 == 0) {
                    inbox.accept(flow.log().asOnePoll());
                }
            }
            try (var last = new Relay(flow.database(), flow.settings("same"))) {
                last.start();
                await().until(flow::isRelayed);
            }
            inbox.accept(flow.log().asOnePoll());
        }
        flow.assertTopicIsComplete();
        flow.assertTallyEqualsJournal();
    }

    private void createTopic() {
        try (var relay = new Relay(flow.database(), flow.settings("same"))) {
            relay.start();
        }
    }

    private void dieAt(Death death) {
        var settings = flow.settings("same");
        try (var relay =
                new Relay(flow.database(), settings, death, () -> new KafkaProducer<>(ProducerSetup.of(settings)))) {
            relay.startUnchecked();
            await().pollInterval(Duration.ofMillis(2)).until(() -> relay.state() == RelayState.STOPPED);
        }
    }
}
