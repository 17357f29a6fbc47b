package groundswell.bench.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.bench.Report;
import groundswell.journal.Slots;
import groundswell.journal.inbox.Inbox;
import groundswell.journal.inbox.InboxSettings;
import groundswell.journal.relay.Relay;
import groundswell.journal.relay.RelaySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** How fast events leave the journal and are applied elsewhere, against a bare producer and a bare consumer. */
final class Flow {
    private static final String BARE = "bare.events.v1";

    private interface Take {
        void batch(ConsumerRecords<String, byte[]> batch) throws IOException;
    }

    private final DataSource database;
    private final Slots slots;
    private final Map<String, Object> kafka;
    private final Report report;
    private final ObjectMapper json = new ObjectMapper();

    Flow(DataSource database, Slots slots, String bootstrapServers, Report report) {
        this.database = database;
        this.slots = slots;
        this.kafka = Map.of("bootstrap.servers", bootstrapServers);
        this.report = report;
    }

    /** Relays what the journal holds so far, so that what is measured next runs warm, as the bare producer does. */
    void warm() throws SQLException, InterruptedException {
        relay(appended());
        consume(appended(), this::parse);
        applied("warm", appended());
    }

    /** @param events that the journal has gained since {@link #warm} */
    void measure(long events) throws Exception {
        report.heading("Relay, %,d events".formatted(events));
        try (var admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(BARE, slots.partitions(), (short) 1)))
                    .all()
                    .get();
        }
        var records = relayed();
        produce(records, events); // warm
        double bare = produce(records, events);
        double relayed = events / relay(appended());
        report.figure("bare idempotent producer, the same records", bare, "events/s");
        report.figure("relay, journal to acknowledged and checkpointed", relayed, "events/s");
        report.atLeast("relay against the bare producer", relayed / bare, 0.25);

        long all = appended();
        report.heading("Inbox, %,d events".formatted(all));
        double parsed = consume(all, this::parse);
        double applied = applied("measured", all);
        report.figure("bare consumer that parses the JSON", parsed, "events/s");
        report.figure("inbox, aggregates and position stored", applied, "events/s");
        report.atLeast("inbox against the bare consumer", applied / parsed, 0.1);
    }

    private long appended() throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery("select count(*) from journal_event")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Records as the relay wrote them, with their keys and headers: the bare producer sends the very same bytes. */
    private List<ConsumerRecord<String, byte[]>> relayed() {
        var sample = new ArrayList<ConsumerRecord<String, byte[]>>();
        consume(10_000, batch -> batch.forEach(sample::add));
        return sample;
    }

    private double produce(List<ConsumerRecord<String, byte[]>> records, long events) throws Exception {
        var settings = new HashMap<>(kafka);
        settings.putAll(Map.of("acks", "all", "enable.idempotence", true, "linger.ms", 2, "batch.size", 256 * 1024));
        settings.put("compression.type", "lz4");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            greet(producer);
            long start = System.nanoTime();
            for (int i = 0; i < events; i++) {
                var record = records.get(i % records.size());
                producer.send(new ProducerRecord<>(
                        BARE, i % slots.partitions(), record.key(), record.value(), record.headers()));
            }
            producer.flush();
            return events / seconds(start);
        }
    }

    /**
     * One record for each partition, before many are in flight: on a partition that has only just been created a refused
     * first batch can be overtaken by a later one, and an idempotent producer then tries for ever.
     */
    private void greet(KafkaProducer<String, byte[]> producer) {
        for (int partition = 0; partition < slots.partitions(); partition++) {
            producer.send(new ProducerRecord<>(BARE, partition, "greeting", new byte[0]));
        }
        producer.flush();
    }

    /** Seconds from the relay's start until the checkpoints say that all is on the topic. */
    private double relay(long events) throws SQLException, InterruptedException {
        var settings = RelaySettings.of(slots.topic(), slots.partitions(), "/bench", "bench", kafka);
        try (var relay = new Relay(database, settings)) {
            long start = System.nanoTime();
            relay.start();
            while (checkpoints() < events) {
                Thread.sleep(5);
            }
            return seconds(start);
        }
    }

    private long checkpoints() throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery("select sum(relayed) from journal_relay")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void parse(ConsumerRecords<String, byte[]> batch) throws IOException {
        for (var one : batch) {
            if (json.readTree(one.value()).path("minutes").asInt(-1) < 0) {
                throw new IOException("not an event");
            }
        }
    }

    private double applied(String consumer, long events) {
        try (var inbox = new Inbox<>(consumer, database, new CountPerKind(json), InboxSettings.USUAL)) {
            CountPerKind.createTable(database);
            return consume(events, inbox::accept);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private double consume(long events, Take take) {
        var settings = new HashMap<>(kafka);
        settings.putAll(Map.of("auto.offset.reset", "earliest", "enable.auto.commit", false, "max.poll.records", 2000));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(IntStream.range(0, slots.partitions())
                    .mapToObj(p -> new TopicPartition(slots.topic(), p))
                    .toList());
            long start = System.nanoTime();
            for (long seen = 0; seen < events; ) {
                var batch = consumer.poll(Duration.ofMillis(100));
                take.batch(batch);
                seen += batch.count();
            }
            return events / seconds(start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
