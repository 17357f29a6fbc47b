package groundswell.journal.seal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the keys and erasures of the service that owns them. A key may be published twice, which changes nothing;
 * rows are locked while they are sent, so that of two replicas one publishes a person's erasure after that person's key.
 */
public final class KeyRelay implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final long IDLE_MILLIS = 50;

    private record Row(UUID subject, byte @Nullable [] wrapped) {}

    private final DataSource database;
    private final Map<String, Object> settings;
    private final String topic;
    private final int partitions;
    private final short replicas;
    private final Semaphore signal = new Semaphore(0);
    private final KeyThread thread;

    /**
     * Starts publishing on a thread of its own, as soon as there is a broker; the topic is created where it is missing.
     *
     * @param kafka connection settings, such as {@code bootstrap.servers}
     */
    public KeyRelay(DataSource database, Map<String, Object> kafka, String topic, int partitions, short replicas) {
        this.database = database;
        this.topic = topic;
        this.partitions = partitions;
        this.replicas = replicas;
        this.settings = Map.copyOf(kafka);
        this.thread = new KeyThread("key-relay", this::run);
        thread.start();
    }

    public KeyHealth health() {
        return thread.health();
    }

    /** New keys are committed. */
    public void signal() {
        signal.release();
    }

    private void run() throws SQLException, ExecutionException, InterruptedException {
        KeyTopic.createOrCheck(settings, topic, partitions, replicas);
        var all = new HashMap<>(settings);
        all.putAll(Map.of("acks", "all", "enable.idempotence", true, "delivery.timeout.ms", 60_000));
        try (var producer = new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer())) {
            while (thread.goesOn()) {
                var published = publish(producer);
                thread.isWell();
                if (published == 0 && signal.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
            }
        }
    }

    private int publish(KafkaProducer<String, byte[]> producer)
            throws SQLException, ExecutionException, InterruptedException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var rows = new ArrayList<Row>();
            try (var query = connection.prepareStatement("select subject, wrapped from journal_subject_key"
                    + " where not published order by subject limit " + BATCH + " for update skip locked")) {
                try (var row = query.executeQuery()) {
                    while (row.next()) {
                        rows.add(new Row(row.getObject(1, UUID.class), row.getBytes(2)));
                    }
                }
            }
            if (!rows.isEmpty()) {
                send(producer, rows);
                try (var update = connection.prepareStatement(
                        "update journal_subject_key set published = true where subject = any (?)")) {
                    update.setArray(
                            1,
                            connection.createArrayOf(
                                    "uuid", rows.stream().map(Row::subject).toArray()));
                    update.executeUpdate();
                }
            }
            connection.commit();
            return rows.size();
        }
    }

    private void send(KafkaProducer<String, byte[]> producer, List<Row> rows)
            throws ExecutionException, InterruptedException {
        var sent = new ArrayList<Future<?>>(rows.size());
        for (var row : rows) {
            sent.add(producer.send(
                    new ProducerRecord<>(topic, row.subject().toString(), KeyTopic.value(row.wrapped()))));
        }
        producer.flush();
        for (var one : sent) {
            one.get();
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
