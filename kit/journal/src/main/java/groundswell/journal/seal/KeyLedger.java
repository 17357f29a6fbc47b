package groundswell.journal.seal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key topic into {@code journal_subject_key}, from its start at every start: an erasure thus holds after the
 * restore of an older database too. A plain consumer without a group, since every replica reads all of it.
 */
public final class KeyLedger implements AutoCloseable {
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final Logger LOG = Logger.getLogger(KeyLedger.class);
    /** A key never replaces what is there; an erasure replaces everything, for ever. */
    private static final String STORE = "insert into journal_subject_key as k (subject, wrapped)"
            + " select * from unnest(?::uuid[], ?::bytea[]) on conflict (subject) do update set wrapped = null"
            + " where excluded.wrapped is null and k.wrapped is not null";

    private final DataSource database;
    private final SubjectKeys keys;
    private final Map<String, Object> settings;
    private final String topic;
    private final int partitions;
    private final short replicas;
    private final KeyThread thread;
    private volatile boolean caughtUp;

    /** Starts reading on a thread of its own, as soon as there is a broker; the topic is created where it is missing. */
    public KeyLedger(
            DataSource database,
            SubjectKeys keys,
            Map<String, Object> kafka,
            String topic,
            int partitions,
            short replicas) {
        this.database = database;
        this.keys = keys;
        this.topic = topic;
        this.partitions = partitions;
        this.replicas = replicas;
        this.settings = Map.copyOf(kafka);
        this.thread = new KeyThread("key-ledger", this::run);
        thread.start();
    }

    /** Whether everything that stood on the topic at the start has been read. */
    public boolean caughtUp() {
        return caughtUp;
    }

    public KeyHealth health() {
        return thread.health();
    }

    private void run() throws SQLException, ExecutionException, InterruptedException {
        KeyTopic.createOrCheck(settings, topic, partitions, replicas);
        var all = new HashMap<>(settings);
        all.putAll(Map.of(
                "enable.auto.commit", false, "auto.offset.reset", "earliest", "allow.auto.create.topics", false));
        var reader = new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            read(reader);
        } finally {
            Thread.interrupted(); // whoever stops this thread interrupts it, and then the reader could not say goodbye
            reader.close(CloseOptions.timeout(GOODBYE));
        }
    }

    private void read(KafkaConsumer<String, byte[]> reader) throws SQLException {
        List<TopicPartition> assigned = reader.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        if (assigned.isEmpty()) {
            throw new UnknownTopicOrPartitionException("just created, and not yet known everywhere");
        }
        reader.assign(assigned);
        reader.seekToBeginning(assigned);
        var ends = reader.endOffsets(assigned);
        while (thread.goesOn()) {
            var batch = new ArrayList<ConsumerRecord<String, byte[]>>();
            reader.poll(Duration.ofSeconds(1)).forEach(batch::add);
            store(batch);
            caughtUp = caughtUp || assigned.stream().allMatch(p -> reader.position(p) >= ends.getOrDefault(p, 0L));
            thread.isWell();
        }
    }

    private void store(List<ConsumerRecord<String, byte[]>> batch) throws SQLException {
        var last = new LinkedHashMap<UUID, byte @Nullable []>();
        for (var one : batch) {
            var subject = subject(one);
            if (subject != null && one.value() != null) {
                boolean erased = KeyTopic.erased(one.value());
                if (erased) {
                    keys.forget(subject);
                }
                if (erased || last.get(subject) != null || !last.containsKey(subject)) {
                    last.put(subject, erased ? null : one.value());
                }
            }
        }
        if (last.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(STORE)) {
            insert.setArray(1, connection.createArrayOf("uuid", last.keySet().toArray()));
            insert.setArray(2, connection.createArrayOf("bytea", last.values().toArray(byte[][]::new)));
            insert.executeUpdate();
        }
        last.forEach((subject, wrapped) -> {
            if (wrapped == null) {
                keys.forget(subject);
            }
        });
    }

    /** Null for what a stranger wrote: it is skipped, and says nothing of its content in the log. */
    private @Nullable UUID subject(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.key() != null) {
                return UUID.fromString(record.key());
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("The key of a record is no UUID");
        }
        LOG.warnf(
                "A record of %s is skipped, since its key names nobody: partition %d, offset %d",
                topic, record.partition(), record.offset());
        return null;
    }

    @Override
    public void close() {
        thread.close();
    }
}
