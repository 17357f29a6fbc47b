package groundswell.insights.counting.rebuild;

import groundswell.insights.journal.Hearing;
import groundswell.journal.SqlFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Runs the rebuild that is wanted. One replica does, held by a lock of its session: where it dies, another one, or the same
 * after its start, begins anew; the live counts never know of it.
 */
@ApplicationScoped
public class WhenARebuildIsWantedThenRebuild {
    private static final Logger LOG = Logger.getLogger(WhenARebuildIsWantedThenRebuild.class);

    /** Any number that no other lock of this database uses. */
    private static final long LOCK = 7_418_529_643L;

    /** So near to the live counts that the rest is a matter of a moment. */
    private static final long NEAR = 5_000;

    private static final Duration LOOK = Duration.ofMillis(250);

    /** Between two attempts the live consumers and readers have the time they need. */
    private static final Duration REST = Duration.ofSeconds(5);

    private static final int MOST_ATTEMPTS = 60;

    private final RebuildDatabase database;
    private final DataSource live;
    private final RebuildReaders readers;
    private final Rebuilds rebuilds;
    private volatile boolean ending;

    WhenARebuildIsWantedThenRebuild(
            RebuildDatabase database, DataSource live, RebuildReaders readers, Rebuilds rebuilds) {
        this.database = database;
        this.live = live;
        this.readers = readers;
        this.rebuilds = rebuilds;
    }

    /** What runs begins anew after the start. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        ending = true;
    }

    @Scheduled(
            every = "{groundswell.insights.rebuilds-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        var wanted = rebuilds.running();
        if (wanted.isEmpty()) {
            return;
        }
        try (var connection = database.source().getConnection()) {
            if (lock(connection)) {
                rebuild(wanted.get(), connection);
            }
        } catch (RebuildFailed e) {
            LOG.errorf("A rebuild failed: %s", e.getMessage());
            rebuilds.end(wanted.get(), RebuildRow.FAILED, e.getMessage());
        } catch (SQLException | KafkaException e) {
            if (e instanceof SQLException sql && !SqlFailure.passes(sql)) {
                LOG.errorf("A rebuild failed (%s)", Hearing.describe(e));
                rebuilds.end(wanted.get(), RebuildRow.FAILED, "The database refuses: " + Hearing.describe(e));
            } else {
                LOG.warnf("A rebuild begins anew (%s)", Hearing.describe(e));
            }
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (var row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void rebuild(UUID id, Connection connection) throws SQLException, InterruptedException {
        var shape = RebuildTables.shape(connection);
        RebuildTables.create(connection);
        var running = new ArrayList<>(readers.start());
        try {
            catchUp(id, connection, shape, running);
        } finally {
            running.forEach(PartitionReader::stop);
            join(running);
            RebuildTables.drop(connection); // nothing is left of it once it has taken its place
        }
    }

    private void catchUp(UUID id, Connection connection, String shape, List<PartitionReader> running)
            throws SQLException, InterruptedException {
        var topics = readers.consumerOfTopic();
        var swap = new Swap(live, connection, topics, shape);
        boolean indexed = false;
        int attempts = 0;
        while (!ending) {
            var rebuilt = Positions.rebuilt(connection, topics).events();
            var ahead = Positions.live(connection, topics).events();
            check(running);
            if (!rebuilds.progress(id, rebuilt, ahead)) {
                return; // somebody cancelled it
            }
            if (ahead - rebuilt > NEAR) {
                Thread.sleep(LOOK);
            } else if (!indexed) {
                RebuildTables.index(connection);
                indexed = true;
            } else if (swap.tried(id, running)) {
                return;
            } else if (++attempts == MOST_ATTEMPTS) {
                throw new RebuildFailed("It could not take the place of the live counts: somebody always reads them");
            } else {
                if (running.stream().anyMatch(PartitionReader::isStopped)) {
                    running.clear();
                    running.addAll(readers.start());
                }
                Thread.sleep(REST);
            }
        }
    }

    private static void check(List<PartitionReader> readers) {
        for (var reader : readers) {
            var failure = reader.failure();
            if (failure != null) {
                throw new RebuildFailed("Reading failed: " + failure.getClass().getSimpleName());
            }
        }
    }

    static void join(List<PartitionReader> readers) throws InterruptedException {
        for (var reader : readers) {
            reader.join();
        }
    }
}
