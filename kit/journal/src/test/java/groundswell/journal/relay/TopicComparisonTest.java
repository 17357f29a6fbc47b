package groundswell.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.journal.flow.Flow;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TopicComparisonTest {
    final Flow flow = Flow.fresh(2);

    @BeforeEach
    void relayed() {
        flow.writer().append(0, 10);
        flow.writer().append(1, 10);
        try (var relay = started("before")) {
            await().until(flow::isRelayed);
        }
    }

    @Test
    void a_database_older_than_its_topic_refuses_appends_to_that_slot_and_says_what_to_do() {
        flow.execute("delete from journal_event where partition = 0 and position > 7");
        flow.execute("update journal_relay set relayed = 7 where partition = 0");

        try (var relay = started("restored")) {
            assertThat(relay.refuses(0)).as("at once, before the first append").isTrue();
            assertThat(relay.refuses(1)).isFalse();
            assertThat(relay.refusal(0))
                    .hasValueSatisfying(why -> assertThat(why)
                            .startsWith("Topic " + flow.topic()
                                    + "-0 ends at position 10, but this database's journal ends at 7: it is older")
                            .contains("Restore a state of PostgreSQL that holds position 10"));
            await().until(() -> relay.state() == RelayState.BEHIND_TOPIC);
            assertThat(relay.problem()).isEqualTo(relay.refusal(0));

            flow.writer().append(1, 3);
            relay.committed(1);
            await().until(() -> flow.log().positions(1).size() == 13);
        }
        assertThat(flow.log().positions(0)).as("nothing was written").hasSize(10);
    }

    @Test
    void a_database_that_went_another_way_than_its_topic_is_refused_too() {
        flow.execute("update journal_event set event_id = gen_random_uuid() where partition = 0 and position = 10");

        try (var relay = started("parted")) {
            assertThat(relay.refusal(0))
                    .hasValueSatisfying(
                            why -> assertThat(why).contains("at position 10").contains("have parted"));
        }
    }

    @Test
    void the_refusal_ends_once_a_newer_state_is_back() {
        flow.execute("create table away as select * from journal_event where partition = 0 and position > 7");
        flow.execute("delete from journal_event where partition = 0 and position > 7");

        try (var relay = started("restored");
                var other = started("other replica")) {
            await().until(() -> relay.state() == RelayState.BEHIND_TOPIC && other.state() == RelayState.BEHIND_TOPIC);
            flow.execute("insert into journal_event select * from away");
            await().until(() -> !relay.refuses(0) && !other.refuses(0));
            await().until(() -> relay.state() == RelayState.RUNNING && other.state() == RelayState.RUNNING);
        }
    }

    @Test
    void a_topic_that_has_lost_events_gets_them_again() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Flow.bootstrap()))) {
            admin.deleteTopics(List.of(flow.topic())).all().get();
            await().until(() -> !admin.listTopics().names().get().contains(flow.topic()));
        }
        flow.writer().append(0, 2);

        try (var relay = started("later")) {
            await().until(flow::isRelayed);
            await().untilAsserted(flow::assertTopicIsComplete);
        }
        assertThat(flow.log().positions(0)).hasSize(12);
    }

    @Test
    void a_strangers_record_at_the_end_of_the_topic_is_looked_past() {
        Strangers.write(flow, 0, 30);

        try (var relay = started("later")) {
            flow.writer().append(0, 1);
            await().until(flow::isRelayed);
        }
        assertThat(flow.number("select fence from journal_relay where partition = 0"))
                .isEqualTo(2);
    }

    private Relay started(String owner) {
        var relay = new Relay(flow.database(), flow.settings(owner));
        relay.start();
        return relay;
    }
}
