package groundswell.journal.relay;

import groundswell.journal.SlotWatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Carries every event of one topic from the journal to Kafka: all of them, in order per slot, some perhaps twice. One
 * thread with one producer; any number of replicas share the slots. See
 * {@code decisions/0002-relay-without-kafka-transactions.md} for why a copy is harmless and a hole impossible.
 */
public final class Relay implements SlotWatch, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long LONGEST_PAUSE = 5_000_000_000L;
    private static final long STOP_PATIENCE = 5_000_000_000L;

    /** Leases for which one event may wait for its acknowledgement before its producer is given up. */
    private static final int SEND_PATIENCE = 3;

    private final DataSource dataSource;
    private final RelaySettings settings;
    private final SlotGuard guard;
    private final Slots slots;
    private final Courier courier;
    private final Thread thread;
    private final AtomicIntegerArray signals;
    private final RelayHealth health;
    private volatile boolean stopping;
    private boolean topicChecked;
    private int failures;
    private long pausedUntil = System.nanoTime();
    private long nextRound = System.nanoTime();
    private long nextLook = System.nanoTime();

    /** The journal's tables must be prepared. */
    public Relay(DataSource dataSource, RelaySettings settings) {
        this(dataSource, settings, RelayHooks.NONE, () -> new KafkaProducer<>(ProducerSetup.of(settings)));
    }

    Relay(
            DataSource dataSource,
            RelaySettings settings,
            RelayHooks hooks,
            Supplier<Producer<byte[], byte[]>> producers) {
        this.dataSource = dataSource;
        this.settings = settings;
        guard = new SlotGuard(settings.partitions());
        var checkpoints = new Checkpoints(settings);
        slots = new Slots(settings, checkpoints, guard);
        courier = new Courier(dataSource, settings, checkpoints, hooks, producers, this::wakeUp);
        signals = new AtomicIntegerArray(settings.partitions());
        health = new RelayHealth(settings.topic(), guard);
        thread = Thread.ofPlatform().daemon().name("relay-" + settings.topic()).unstarted(this::run);
    }

    /**
     * Creates or checks the topic, compares every slot with it, and starts. A broker that is away delays the relay only.
     *
     * @throws WrongSetup with one sentence that says what to change
     */
    public void start() {
        ProducerSetup.of(settings);
        try (var connection = dataSource.getConnection()) {
            checkTopic();
            new StartingComparison(settings, guard).compare(connection);
        } catch (KafkaException e) {
            health.brokerAway(e);
        } catch (SQLException e) {
            health.databaseAway(e);
        }
        thread.start();
    }

    /** Starts on a topic known to be right; for tests that start hundreds of times. */
    void startUnchecked() {
        topicChecked = true;
        thread.start();
    }

    /** Relays what was committed now, rather than at the next look. */
    @Override
    public void committed(int partition) {
        if (signals.get(partition) == 0) {
            signals.set(partition, 1);
            wakeUp();
        }
    }

    @Override
    public boolean refuses(int partition) {
        return guard.refuses(partition);
    }

    /** Why appends to this slot are refused: one sentence with what to do. */
    public Optional<String> refusal(int partition) {
        return guard.why(partition);
    }

    public RelayState state() {
        return thread.getState() == Thread.State.TERMINATED ? RelayState.STOPPED : health.state();
    }

    /** What is wrong, in a sentence, while {@link #state} is not {@code RUNNING}. */
    public Optional<String> problem() {
        return health.problem();
    }

    /** Lag of every slot of the topic, as measured at the last lease round. */
    public List<SlotLag> lag() {
        return health.lag();
    }

    /** Events this relay has brought to the topic since it started. */
    public long relayed() {
        return courier.relayed();
    }

    /** Waits a little for what is under way, writes the checkpoint and gives the slots to the others. */
    @Override
    public void close() {
        stopping = true;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        wakeUp();
        try {
            if (!thread.join(java.time.Duration.ofNanos(2 * STOP_PATIENCE))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wakeUp() {
        LockSupport.unpark(thread);
    }

    private void run() {
        try {
            while (!stopping) {
                try (var connection = dataSource.getConnection()) {
                    connection.setAutoCommit(true);
                    EventReader.planOnce(connection);
                    while (!stopping) {
                        turn(connection);
                    }
                    finish(connection);
                } catch (SQLException e) {
                    health.databaseAway(e);
                    startAfresh();
                } catch (RuntimeException e) {
                    health.failing(e);
                    startAfresh();
                }
            }
        } catch (Throwable t) {
            LOG.errorf(t, "The relay of %s has died; its slots pass to other replicas.", settings.topic());
        } finally {
            courier.close();
        }
    }

    private void turn(Connection connection) throws SQLException {
        if (isDue(nextRound)) {
            nextRound = System.nanoTime() + settings.lease().toNanos() / 3;
            leaseRound(connection);
        }
        var failure = courier.failure();
        if (failure != null) {
            sendFailed(failure);
        }
        var ready = slots.ready();
        var more = false;
        if (isDue(pausedUntil)) {
            takeSignals(ready);
            if (isDue(nextLook) && !ready.isEmpty()) {
                nextLook = System.nanoTime() + settings.pollFloor().toNanos();
                courier.look(connection, ready);
            }
            more = courier.send(connection, ready);
        }
        var untilCheckpoint = courier.untilCheckpoint(slots.all());
        if (untilCheckpoint == 0) {
            checkpoint(connection);
        } else if (!more) {
            sleep(untilCheckpoint);
        }
    }

    private void leaseRound(Connection connection) throws SQLException {
        if (slots.round(connection)) {
            courier.abandon(slots.all());
        }
        var waiting = slots.longestWait();
        if (waiting > SEND_PATIENCE * settings.lease().toNanos()) {
            sendFailed(new TimeoutException("no acknowledgement for " + waiting / 1_000_000_000 + " s"));
        }
        try {
            checkTopic();
            slots.compare(connection);
            health.measured(RelayLag.measure(connection, settings.topic()), waiting > 0);
        } catch (KafkaException e) {
            health.brokerAway(e);
        } catch (WrongSetup e) {
            health.wrongSetup(e);
        }
    }

    /** Gives this producer up and starts again, with another and a little later, behind the last acknowledged event. */
    private void sendFailed(Exception failure) {
        courier.abandon(slots.all());
        health.sendFailed(failure);
        pause();
    }

    private void checkTopic() {
        if (!topicChecked) {
            new Topics(settings).createOrCheck();
            topicChecked = true;
        }
    }

    private void takeSignals(List<Slot> ready) {
        for (var slot : ready) {
            if (signals.get(slot.partition) != 0) {
                signals.set(slot.partition, 0);
                slot.dirty = true;
            }
        }
    }

    private void checkpoint(Connection connection) throws SQLException {
        var lost = courier.checkpoint(connection, slots.all());
        if (lost.isEmpty()) {
            failures = 0;
        } else {
            lost.forEach(slot -> slots.lost(slot.partition));
            courier.abandon(slots.all());
        }
        slots.releaseLeaving(connection);
    }

    private void finish(Connection connection) throws SQLException {
        var giveUp = System.nanoTime() + STOP_PATIENCE;
        while (!slots.quiet() && courier.failure() == null && !isDue(giveUp)) {
            LockSupport.parkNanos(1_000_000);
        }
        courier.checkpoint(connection, slots.all());
        courier.abandon(List.of());
        slots.releaseAll(connection);
    }

    private void startAfresh() {
        courier.abandon(List.of());
        slots.forget();
        pause();
        nextRound = pausedUntil;
        while (!stopping && !isDue(pausedUntil)) {
            LockSupport.parkNanos(pausedUntil - System.nanoTime());
        }
    }

    private void pause() {
        pausedUntil = System.nanoTime() + Math.min(LONGEST_PAUSE, 50_000_000L << Math.min(failures++, 10));
    }

    private void sleep(long untilCheckpoint) {
        var now = System.nanoTime();
        var until = Math.min(nextRound, Math.max(nextLook, pausedUntil)) - now;
        LockSupport.parkNanos(Math.max(0, untilCheckpoint < 0 ? until : Math.min(until, untilCheckpoint)));
    }

    private static boolean isDue(long nanoTime) {
        return System.nanoTime() - nanoTime >= 0;
    }
}
