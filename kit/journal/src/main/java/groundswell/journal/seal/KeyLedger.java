package groundswell.journal.seal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key topic into {@code journal_subject_key}, from its start at every start: an erasure thus holds after the
 * restore of an older database too. A plain consumer without a group, since every replica reads all of it.
 */
public final class KeyLedger implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(KeyLedger.class);
    /** A key never replaces what is there; an erasure replaces everything, for ever. */
    private static final String STORE = "insert into journal_subject_key as k (subject, wrapped)"
            + " select * from unnest(?::uuid[], ?::bytea[]) on conflict (subject) do update set wrapped = null"
            + " where excluded.wrapped is null and k.wrapped is not null";

    private final DataSource database;
    private final SubjectKeys keys;
    private final Map<String, Object> settings;
    private final String topic;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean caughtUp;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

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
        this.settings = new HashMap<>(kafka);
        settings.putAll(Map.of("enable.auto.commit", false, "auto.offset.reset", "earliest"));
        KeyTopic.create(kafka, topic, partitions, replicas);
        this.thread = Thread.ofPlatform().daemon().name("key-ledger").start(this::run);
    }

    /** Whether everything that stood on the topic at the start has been read. */
    public boolean caughtUp() {
        return caughtUp;
    }

    private void run() {
        while (!closed) {
            try (var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer = reader;
                read(reader);
            } catch (WakeupException e) {
                LOG.debug("The key ledger was woken to stop");
            } catch (SQLException | KafkaException e) {
                LOG.warnf(
                        "The key topic is read again shortly: %s", e.getClass().getSimpleName());
                pause();
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> reader) throws SQLException {
        List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        var ends = reader.endOffsets(partitions);
        while (!closed) {
            var batch = new ArrayList<ConsumerRecord<String, byte[]>>();
            reader.poll(Duration.ofSeconds(1)).forEach(batch::add);
            store(batch);
            caughtUp = caughtUp || partitions.stream().allMatch(p -> reader.position(p) >= ends.getOrDefault(p, 0L));
        }
    }

    private void store(List<ConsumerRecord<String, byte[]>> batch) throws SQLException {
        var last = new LinkedHashMap<UUID, byte @Nullable []>();
        for (var one : batch) {
            if (one.value() != null) {
                var subject = UUID.fromString(one.key());
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

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        var reader = consumer;
        if (reader != null) {
            reader.wakeup();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
