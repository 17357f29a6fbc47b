package groundswell.journal.seal;

import static groundswell.journal.seal.KeyHealth.State.AWAY;
import static groundswell.journal.seal.KeyHealth.State.DEAD;
import static groundswell.journal.seal.KeyHealth.State.FAILING;
import static groundswell.journal.seal.KeyHealth.State.RUNNING;
import static groundswell.journal.seal.KeyHealth.State.WRONG_SETUP;

import groundswell.journal.SqlFailure;
import groundswell.journal.relay.WrongSetup;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works at the key topic for as long as the service runs. Whatever goes wrong is told and tried again a second later: a
 * ledger that stops reading would leave erasures undone, and nobody would know.
 */
final class KeyThread implements AutoCloseable {
    /** Goes on until it fails, or until {@link #goesOn} is over; says {@link #isWell} whenever it has come round. */
    interface Work {
        void run() throws SQLException, ExecutionException, InterruptedException;
    }

    private static final Logger LOG = Logger.getLogger(KeyThread.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final Work work;
    private final KeyHealth health;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    KeyThread(String name, Work work) {
        this.work = work;
        this.health = new KeyHealth(name);
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean goesOn() {
        return ended.getCount() > 0;
    }

    void isWell() {
        health.say(RUNNING, null);
    }

    KeyHealth health() {
        return health;
    }

    private void run() {
        try {
            while (goesOn()) {
                turn();
            }
        } finally {
            if (goesOn()) {
                health.say(DEAD, "The thread has died; keys and erasures wait until the service is started again.");
            }
        }
    }

    private void turn() {
        try {
            work.run();
        } catch (SQLException e) {
            report(SqlFailure.passes(e) ? AWAY : FAILING, "The database refuses: SQLSTATE " + e.getSQLState());
        } catch (ExecutionException e) {
            report(
                    e.getCause() instanceof KafkaException ? AWAY : FAILING,
                    "Kafka does not answer: " + name(e.getCause()));
        } catch (KafkaException e) {
            report(AWAY, "Kafka does not answer: " + name(e));
        } catch (WrongSetup e) {
            report(WRONG_SETUP, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            report(FAILING, "It fails and is tried again: " + name(e));
        } catch (InterruptedException e) {
            report(FAILING, "It was interrupted and is tried again.");
        }
    }

    private void report(KeyHealth.State state, String problem) {
        if (goesOn()) {
            health.say(state, problem);
            pause();
        }
    }

    private void pause() {
        try {
            if (ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("Ended while it paused");
            }
        } catch (InterruptedException e) {
            LOG.debug("Woken to stop");
        }
    }

    /** The class only: a message may quote what was read. */
    private static String name(@Nullable Throwable e) {
        return e == null ? "unknown" : e.getClass().getSimpleName();
    }

    @Override
    public void close() {
        ended.countDown();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
