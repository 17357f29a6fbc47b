package groundswell.journal.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * While one batch is being sent, reads the next on a connection of its own: PostgreSQL and the producer work at the same
 * time. Only what a backlog needs; a failure here is forgotten, since the relay then reads for itself and meets it too.
 */
final class ReadAhead {
    private record Reading(int partition, long after, Future<Batch> batch) {}

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final DataSource dataSource;
    private final EventReader reader;
    private final ExecutorService thread;
    private @Nullable Reading reading;
    private @Nullable Connection connection; // the reading thread's

    ReadAhead(DataSource dataSource, EventReader reader, String topic) {
        this.dataSource = dataSource;
        this.reader = reader;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("relay-ahead-" + topic).factory());
    }

    void start(int partition, long after) {
        reading = new Reading(partition, after, thread.submit(() -> read(partition, after)));
    }

    /** What was read ahead, if it is the right thing. */
    Optional<Batch> take(int partition, long after) {
        var present = reading;
        reading = null;
        if (present == null) {
            return Optional.empty();
        }
        if (present.partition() != partition || present.after() != after) {
            present.batch().cancel(false);
            return Optional.empty();
        }
        try {
            return Optional.of(present.batch().get());
        } catch (ExecutionException | CancellationException e) {
            LOG.debugf("Reading ahead failed: %s", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Batch read(int partition, long after) throws SQLException {
        var open = connection;
        if (open == null) {
            open = dataSource.getConnection();
            connection = open;
            EventReader.planOnce(open);
        }
        try {
            return reader.read(open, partition, after);
        } catch (SQLException | RuntimeException e) {
            letGo();
            throw e;
        }
    }

    private void letGo() {
        var open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debugf("A broken connection: SQLSTATE %s", e.getSQLState());
            }
        }
    }

    void close() {
        reading = null;
        thread.execute(this::letGo);
        thread.shutdown();
    }
}
