package groundswell.insights.counting.rebuild;

import groundswell.insights.Wording;
import groundswell.insights.journal.Hearing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
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
        } catch (SQLException e) {
            LOG.warnf("A rebuild begins anew (%s)", Hearing.describe(e));
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
        try {
            RebuildTables.create(connection);
            if (!catchUp(id, connection)) {
                RebuildTables.drop(connection);
            }
        } catch (RebuildFailed e) {
            LOG.errorf("A rebuild failed: %s", e.getMessage());
            rebuilds.end(id, RebuildRow.FAILED, e.getMessage());
            RebuildTables.drop(connection);
        }
    }

    /** True once it is in the place of the live counts. */
    private boolean catchUp(UUID id, Connection connection) throws SQLException, InterruptedException {
        var running = readers.start();
        try {
            for (boolean indexed = false; ; Thread.sleep(LOOK)) {
                var rebuilt =
                        Positions.rebuilt(connection, RebuildReaders.CONSUMERS).events();
                var ahead = Positions.live(connection, RebuildReaders.CONSUMERS).events();
                if (ending || !rebuilds.progress(id, rebuilt, ahead)) {
                    return false;
                }
                check(running);
                if (ahead - rebuilt <= NEAR) {
                    if (!indexed) {
                        RebuildTables.index(connection);
                        indexed = true;
                    } else if (new Swap(live, connection).tried(running)) {
                        rebuilds.progress(id, Math.max(rebuilt, ahead), ahead);
                        rebuilds.end(id, RebuildRow.DONE, Wording.number(Math.max(rebuilt, ahead)) + " events counted");
                        return true;
                    } else if (running.stream().anyMatch(PartitionReader::isStopped)) {
                        running = readers.start();
                    }
                }
            }
        } finally {
            stop(running);
        }
    }

    private static void check(List<PartitionReader> readers) {
        for (var reader : readers) {
            var failure = reader.failure();
            if (failure instanceof Exception e) {
                throw new RebuildFailed("Reading failed: " + Hearing.describe(e));
            }
        }
    }

    static void stop(List<PartitionReader> readers) throws InterruptedException {
        for (var reader : readers) {
            reader.stop();
        }
    }
}
