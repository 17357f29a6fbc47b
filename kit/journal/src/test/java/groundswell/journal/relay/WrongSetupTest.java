package groundswell.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import groundswell.journal.flow.Flow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WrongSetupTest {
    final Flow flow = Flow.fresh(4);

    @ParameterizedTest
    @CsvSource({
        "acks, 1",
        "enable.idempotence, false",
        "delivery.timeout.ms, 120000",
        "max.in.flight.requests.per.connection, 6",
        "max.request.size, 100000"
    })
    void a_producer_that_could_lose_or_reorder_events_stops_the_start_with_one_sentence(String name, String value) {
        refusal(flow.settings("one").withKafka(name, value))
                .startsWith("The relay's Kafka producer is configured with " + name + "=" + value + "; it must be ");
    }

    @Test
    void a_topic_with_another_number_of_partitions_stops_the_start_with_one_sentence() throws Exception {
        create(new NewTopic(flow.topic(), Optional.of(3), Optional.empty()).configs(Map.of("retention.ms", "-1")));

        refusal(flow.settings("one")).startsWith("Topic " + flow.topic() + " has 3 partitions; it must have 4");
    }

    @Test
    void a_topic_that_forgets_stops_the_start_with_one_sentence() throws Exception {
        create(new NewTopic(flow.topic(), Optional.of(4), Optional.empty()));

        refusal(flow.settings("one")).contains("has retention.ms=604800000").contains("kept for ever");
    }

    @Test
    void a_compacted_topic_stops_the_start_with_one_sentence() throws Exception {
        create(new NewTopic(flow.topic(), Optional.of(4), Optional.empty())
                .configs(Map.of("retention.ms", "-1", "cleanup.policy", "compact")));

        refusal(flow.settings("one")).contains("has cleanup.policy=compact; it must have delete");
    }

    @Test
    void a_missing_topic_is_created_for_ever() {
        try (var relay = new Relay(flow.database(), flow.settings("one"))) {
            relay.start();
            assertThat(flow.log().byPartition()).hasSize(4);
        }
        try (var again = new Relay(flow.database(), flow.settings("one"))) {
            again.start();
        }
    }

    private AbstractStringAssert<?> refusal(RelaySettings settings) {
        try (var relay = new Relay(flow.database(), settings)) {
            var refused = assertThatExceptionOfType(WrongSetup.class)
                    .isThrownBy(relay::start)
                    .actual();
            return assertThat(refused.getMessage()).endsWith(".").doesNotContain("\n");
        }
    }

    private static void create(NewTopic topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Flow.bootstrap()))) {
            admin.createTopics(List.of(topic)).all().get();
        }
    }
}
