package groundswell.insights.counting.rebuild;

import static org.awaitility.Awaitility.await;

import groundswell.insights.counting.Broker;
import groundswell.insights.counting.Counting;
import groundswell.insights.counting.CountsProjection;
import groundswell.insights.counting.Recount;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.Inbox;
import groundswell.journal.inbox.InboxSettings;
import groundswell.stack.TestStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The counting and its rebuilds on a database and topics of their own, without the rest of the service. */
final class CountingHouse implements AutoCloseable {
    private static final String TICKETS = "insights-counts-tickets", ROUTING = "insights-counts-routing";

    private final String kafka = TestStack.shared().bootstrapServers();
    private final PGSimpleDataSource database = (PGSimpleDataSource) Counting.newDatabase();
    private final Broker broker = new Broker(kafka);
    private final String ticketTopic;
    private final String routingTopic;
    private final int partitions;
    private final List<PartitionReader> live = new ArrayList<>();
    private final ConcurrentLinkedQueue<Recount.Difference> seen = new ConcurrentLinkedQueue<>();
    private final Thread rebuilding;
    private final WhenARebuildIsWantedThenRebuild rebuilds;
    private volatile boolean ended;
    private volatile @Nullable Throwable failure;
    private int looks;

    /** @param name of its topics; nobody else's */
    CountingHouse(String name, int partitions) throws Exception {
        this.ticketTopic = name + "-tickets-" + UUID.randomUUID();
        this.routingTopic = name + "-routing-" + UUID.randomUUID();
        this.partitions = partitions;
        broker.createTopics(List.of(ticketTopic, routingTopic), partitions);
        var beside = new RebuildDatabase(
                database.getURL(), Optional.of(database.getUser()), Optional.of(database.getPassword()));
        var readers = new RebuildReaders(
                Map.of("bootstrap.servers", kafka), ticketTopic, routingTopic, 2, beside, new CountsProjection());
        rebuilds = new WhenARebuildIsWantedThenRebuild(beside, database, readers, new WantedRebuilds(database));
        rebuilding = Thread.ofPlatform().name("rebuilds").start(this::rebuild);
    }

    /** As the scheduler does. */
    private void rebuild() {
        try {
            while (!ended) {
                rebuilds.look();
                Thread.sleep(Duration.ofMillis(20)); // the scheduler's pace; nothing waits for it
            }
        } catch (Throwable e) { // told by settle()
            failure = e;
        }
    }

    void start() {
        for (int p = 0; p < partitions; p++) {
            var own = List.of(new TopicPartition(ticketTopic, p), new TopicPartition(routingTopic, p));
            live.add(new PartitionReader(
                    routingTopic,
                    this::consumer,
                    own,
                    Map.of(ticketTopic, inbox(TICKETS), routingTopic, inbox(ROUTING))));
        }
    }

    private Inbox<?> inbox(String consumer) {
        return new Inbox<>(consumer, database, new CountsProjection(), InboxSettings.USUAL);
    }

    private Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", false, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** All consumers stop, wherever they are, and begin again from what is stored. */
    void restart() throws InterruptedException {
        stop();
        start();
    }

    /** A reader whose connection was cut while it looked up where it stands is one that dies: it is started again. */
    private void revive() throws InterruptedException {
        for (var reader : live) {
            if (reader.failure() instanceof SQLException) {
                restart();
                return;
            }
            if (reader.failure() != null) {
                throw new IllegalStateException("A reader stopped", reader.failure());
            }
        }
    }

    private void stop() throws InterruptedException {
        live.forEach(PartitionReader::stop);
        WhenARebuildIsWantedThenRebuild.join(live);
        live.clear();
    }

    /** What the database sees of a process that dies: every transaction that had not ended is gone, a rebuild's too. */
    void cutConnections() throws SQLException {
        run("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    void wantRebuild() throws SQLException {
        run("insert into insights_rebuild (id, wanted_at, wanted_by, state) values (gen_random_uuid(), now(), 'test',"
                + " 'running') on conflict do nothing");
    }

    /** As somebody who looks at this very moment. */
    void look() throws SQLException {
        seen.addAll(Counting.recount(database).differences());
        looks++;
    }

    /** Waits until everything is counted and no rebuild runs. */
    void settle(long events) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            if (failure != null) {
                throw new IllegalStateException("The rebuilds stopped", failure);
            }
            revive();
            look();
            return counted() == events && number("select count(*) from insights_rebuild where state = 'running'") == 0;
        });
    }

    private long counted() throws SQLException {
        try (var connection = database.getConnection()) {
            return Positions.live(connection, Map.of(ticketTopic, TICKETS, routingTopic, ROUTING))
                    .events();
        }
    }

    long rebuildsDone() throws SQLException {
        return number("select count(*) from insights_rebuild where state = 'done'");
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void send(String topic, Delivery event) {
        broker.send(topic, event);
    }

    void flush() {
        broker.flush();
    }

    DataSource database() {
        return database;
    }

    String ticketTopic() {
        return ticketTopic;
    }

    String routingTopic() {
        return routingTopic;
    }

    int partitions() {
        return partitions;
    }

    int looks() {
        return looks;
    }

    List<Recount.Difference> differencesSeen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() throws Exception {
        ended = true;
        rebuilding.join();
        stop();
        broker.close();
    }
}
