package groundswell.routing.sla;

import groundswell.journal.Cause;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.journal.inbox.OwnTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets time speak: warnings, breaches and tickets that nobody touches. A timer is a column of the ticket's clock, so it
 * survives every restart; whoever locks the row first tells, and what was told is no longer due.
 */
@Singleton
class Timers {
    private static final Logger LOG = Logger.getLogger(Timers.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int AT_A_TIME = 200;
    private static final Duration LATER = Duration.ofMinutes(5);

    private final DataSource database;
    private final Reach reach;
    private final Measuring measuring;
    private @Nullable Thread thread;
    private volatile boolean stopped;

    Timers(DataSource database, Reach reach, Measuring measuring) {
        this.database = database;
        this.reach = reach;
        this.measuring = measuring;
    }

    void start(@Observes @Priority(400) StartupEvent event) {
        thread = Thread.ofPlatform().name("target-timers").daemon().start(this::runUntilStopped);
    }

    void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void runUntilStopped() {
        while (!stopped) {
            try {
                speakAll(reach.readUpTo());
            } catch (SQLException | KafkaException e) {
                LOG.warnf("Timers wait: %s", e.getClass().getSimpleName());
            } catch (RuntimeException e) {
                LOG.error("Timers failed and are tried again", e);
            }
            try {
                Thread.sleep(PERIOD);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void speakAll(Map<Integer, Instant> readUpTo) throws SQLException {
        try {
            while (!stopped && speak(readUpTo) == AT_A_TIME) {
                LOG.debug("More timers are due");
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Some timers failed (%s); each is tried by itself",
                    e.getClass().getSimpleName());
            speakOneByOne(readUpTo);
        }
    }

    /** A clock that cannot be measured is put off, and holds up none of the others. */
    void speakOneByOne(Map<Integer, Instant> readUpTo) throws SQLException {
        for (var ticket : due(readUpTo)) {
            try {
                OwnTransaction.run(database, transaction -> {
                    var lives = new ClockTable(transaction.connection()).lock(List.of(ticket));
                    measure(lives, readUpTo, transaction);
                    return lives.size();
                });
            } catch (RuntimeException e) {
                LOG.errorf(
                        e,
                        "The time targets of ticket %s cannot be measured; this is tried again in %s",
                        ticket,
                        LATER);
                putOff(ticket);
            }
        }
    }

    private List<UUID> due(Map<Integer, Instant> readUpTo) throws SQLException {
        try (var connection = database.getConnection()) {
            return new ClockTable(connection).due(readUpTo, AT_A_TIME);
        }
    }

    private void putOff(UUID ticket) throws SQLException {
        try (var connection = database.getConnection()) {
            new ClockTable(connection).putOff(ticket, LATER);
        }
    }

    private void measure(Map<UUID, Lifeline> lives, Map<Integer, Instant> readUpTo, InboxTransaction transaction)
            throws SQLException {
        measuring.measure(
                lives.values(), Timers::cause, partition -> readUpTo.getOrDefault(partition, Instant.MIN), transaction);
    }

    /** One transaction; returns how many tickets it spoke of. */
    int speak(Map<Integer, Instant> readUpTo) throws SQLException {
        if (readUpTo.isEmpty()) return 0;
        return OwnTransaction.run(database, transaction -> {
            var lives = new ClockTable(transaction.connection()).lockDue(readUpTo, AT_A_TIME);
            measure(lives, readUpTo, transaction);
            return lives.size();
        });
    }

    private static Cause cause(UUID ticket) {
        return Cause.of("system:timers", ticket.toString());
    }
}
