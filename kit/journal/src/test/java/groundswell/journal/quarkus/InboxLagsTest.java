package groundswell.journal.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.journal.flow.Flow;
import groundswell.journal.flow.Tallying;
import groundswell.journal.relay.Relay;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InboxLagsTest {
    final Flow flow = Flow.fresh(2);
    final Inboxes inboxes = new Inboxes(flow.database());
    final InboxLags lags = new InboxLags(inboxes, flow.database(), Flow.bootstrap());
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void a_consumers_lag_is_a_metric_from_its_first_partition_on() throws Exception {
        var inbox = inboxes.open("tally", new Tallying());
        new InboxMetrics(inboxes, lags, registry).bind(new StartupEvent());
        lags.measure();
        assertThat(lag()).isNaN();

        flow.writer().append(0, 20);
        flow.writer().append(1, 10);
        try (var relay = new Relay(flow.database(), flow.settings("one"))) {
            relay.start();
            await().until(flow::isRelayed);
        }
        inbox.offsets(List.of(new TopicPartition(flow.topic(), 0)));
        lags.measure();
        assertThat(lag()).isEqualTo(30);

        inbox.accept(flow.log().asOnePoll());
        lags.measure();
        assertThat(lag()).isZero();
        lags.stop(new ShutdownEvent());
    }

    private double lag() {
        return registry.get("groundswell.inbox.lag")
                .tag("consumer", "tally")
                .gauge()
                .value();
    }
}
