package groundswell.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.journal.flow.Flow;
import groundswell.stack.TestStack;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokerAwayTest {
    final Flow flow = Flow.fresh(2);

    @Test
    void while_the_broker_is_away_appends_go_on_and_afterwards_nothing_is_missing() {
        try (var inbox = flow.inbox();
                var relay = new Relay(flow.database(), flow.settings("one"))) {
            relay.start();
            append(relay, 100);
            await().until(flow::isRelayed);

            TestStack.shared().stopBroker();
            try {
                append(relay, 200);
                await().until(() -> relay.state() == RelayState.BROKER_AWAY);
                append(relay, 300);
                assertThat(flow.number("select count(*) from journal_event")).isEqualTo(2 * 600);
                assertThat(relay.refuses(0)).isFalse();
                assertThat(relay.problem())
                        .hasValueSatisfying(
                                why -> assertThat(why).startsWith("Kafka").contains("appends go on"));
            } finally {
                TestStack.shared().startBroker();
            }
            await().atMost(Duration.ofSeconds(30)).until(flow::isRelayed);
            await().until(() -> relay.state() == RelayState.RUNNING);
            inbox.accept(flow.log().asOnePoll());
        }
        flow.assertTopicIsComplete();
        flow.assertTallyEqualsJournal();
    }

    @Test
    void a_relay_that_starts_without_a_broker_goes_to_work_once_it_is_there() {
        TestStack.shared().stopBroker();
        try (var relay = new Relay(flow.database(), flow.settings("early"))) {
            try {
                relay.start();
                append(relay, 50);
                await().until(() -> relay.state() == RelayState.BROKER_AWAY);
            } finally {
                TestStack.shared().startBroker();
            }
            await().atMost(Duration.ofSeconds(30)).until(flow::isRelayed);
        }
        flow.assertTopicIsComplete();
    }

    private void append(Relay relay, int events) {
        for (int partition = 0; partition < flow.partitions(); partition++) {
            flow.writer().append(partition, events);
            relay.committed(partition);
        }
    }
}
