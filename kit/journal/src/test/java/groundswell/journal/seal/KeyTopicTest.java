package groundswell.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groundswell.journal.JournalDatabase;
import groundswell.stack.TestStack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyTopicTest {
    static final UUID ROSA = new UUID(0, 1);
    static final Kek KEK = Kek.ofBase64(Base64.getEncoder().encodeToString(new byte[32]));

    final Map<String, Object> kafka =
            Map.of("bootstrap.servers", TestStack.shared().bootstrapServers());
    final String topic = "keys-" + UUID.randomUUID();
    final DataSource database = JournalDatabase.fresh("tally.events.v1", 2);
    final SubjectKeys keys = new SubjectKeys(database, KEK);

    @Test
    void a_record_that_names_nobody_is_skipped_and_those_behind_it_are_read() throws Exception {
        KeyTopic.createOrCheck(kafka, topic, 1, (short) 1);
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, "no uuid", new byte[] {1}))
                    .get();
            producer.send(new ProducerRecord<>(topic, ROSA.toString(), KEK.wrap(ROSA, Aes.newKey())))
                    .get();
        }
        try (var ledger = ledger()) {
            await().until(ledger::caughtUp);
            assertThat(keys.find(ROSA)).isPresent();
            assertThat(ledger.health().state()).isEqualTo(KeyHealth.State.RUNNING);
        }
    }

    @Test
    void without_a_broker_the_service_starts_and_keys_follow_once_it_is_there() throws SQLException {
        try (var connection = database.getConnection()) {
            keys.create(connection, List.of(ROSA));
        }
        var elsewhere = JournalDatabase.fresh("tally.events.v1", 2);
        var consumersKeys = new SubjectKeys(elsewhere, KEK);
        TestStack.shared().stopBroker();
        KeyLedger ledger;
        KeyRelay relay;
        try {
            ledger = new KeyLedger(elsewhere, consumersKeys, kafka, topic, 1, (short) 1);
            relay = new KeyRelay(database, kafka, topic, 1, (short) 1);
            await().atMost(Duration.ofSeconds(30)).until(() -> ledger.health().state() == KeyHealth.State.AWAY);
        } finally {
            TestStack.shared().startBroker();
        }
        try (ledger;
                relay) {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreException(KeyNotYetKnown.class)
                    .untilAsserted(() -> assertThat(consumersKeys.find(ROSA)).isPresent());
        }
    }

    @Test
    void a_topic_that_would_forget_erasures_is_refused_with_one_sentence() throws Exception {
        try (var admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        try (var ledger = ledger()) {
            await().until(() -> ledger.health().state() == KeyHealth.State.WRONG_SETUP);
            assertThat(ledger.health().problem())
                    .contains(
                            "Topic " + topic + " has cleanup.policy=delete; it must have compact: deletion would forget"
                                    + " people's keys and erasures.");
            assertThat(ledger.caughtUp()).isFalse();
        }
    }

    @Test
    void a_missing_topic_is_created_compacted_and_waits_for_all_replicas_but_one() throws Exception {
        KeyTopic.createOrCheck(kafka, topic, 1, (short) 1);
        KeyTopic.createOrCheck(kafka, topic, 1, (short) 1);

        try (var admin = Admin.create(kafka)) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(config.get("min.insync.replicas").source().name()).isEqualTo("DYNAMIC_TOPIC_CONFIG");
        }
    }

    private KeyLedger ledger() {
        return new KeyLedger(database, keys, kafka, topic, 1, (short) 1);
    }
}
