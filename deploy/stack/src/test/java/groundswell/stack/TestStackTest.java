package groundswell.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TestStackTest {
    final TestStack stack = TestStack.shared();

    @Test
    void every_new_database_is_empty_and_its_own() throws Exception {
        var first = stack.newDatabase();
        var second = stack.newDatabase();
        for (var database : List.of(first, second)) {
            try (var connection =
                            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                    var statement = connection.createStatement()) {
                statement.execute("create table here (id int)");
            }
        }
        assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
    }

    @Test
    void the_broker_keeps_its_records_over_a_stop_and_a_start() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.bootstrapServers());
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "key", "value")).get();
        }
        stack.stopBroker();
        stack.startBroker();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20)).records(partition)).hasSize(1);
        }
    }

    @Test
    void a_kept_database_is_durable_and_survives_a_killed_jvm(@TempDir Path home) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var killed = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), KilledJvm.class.getName(), home.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(killed.waitFor()).isEqualTo(137);

        try (var next = LocalPostgres.start(home)) {
            assertThat(setting(next, "fsync")).isEqualTo("on");
            assertThat(setting(next, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(next, "max_connections")).isEqualTo("200");
        }
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    /** Leaves a running server and the database {@code ticket} behind, as a launcher under {@code kill -9} does. */
    static final class KilledJvm {
        static void main(String[] args) {
            LocalPostgres.start(Path.of(args[0])).createDatabase("ticket");
            Runtime.getRuntime().halt(137);
        }
    }

    @Test
    void a_kept_broker_continues_on_another_port(@TempDir Path home) throws Exception {
        try (var first = LocalKafka.start(home.resolve("kafka"));
                var admin = Admin.create(Map.of("bootstrap.servers", first.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("facts", 3, (short) 1)))
                    .all()
                    .get();
        }
        try (var second = LocalKafka.start(home.resolve("kafka"));
                var admin = Admin.create(Map.of("bootstrap.servers", second.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).containsExactly("facts");
        }
    }

    private static String setting(LocalPostgres postgres, String name) throws Exception {
        try (var connection = postgres.connect("ticket");
                var row = connection.createStatement().executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
