package groundswell.insights.counting.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Holds the live consumers still, lets the rebuild come to where they are, and changes the tables, all in one transaction:
 * a reader sees either the one or the other. The consumers find their positions moved and go on from there, as they do
 * when another replica has taken over.
 */
final class Swap {
    private static final Logger LOG = Logger.getLogger(Swap.class);

    /** No longer do the consumers wait for it. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final DataSource live;
    private final Connection rebuilt;

    Swap(DataSource live, Connection rebuilt) {
        this.live = live;
        this.rebuilt = rebuilt;
    }

    /** False where it did not come to it this time. The readers are stopped then, or go on. */
    boolean tried(List<PartitionReader> readers) throws SQLException, InterruptedException {
        try (var connection = live.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // readers that are in the tables are waited for, and those behind us wait with us: not for long
                set(connection, "set local lock_timeout = '2s'");
                var held = Positions.hold(connection, RebuildReaders.CONSUMERS);
                if (!reached(held)) {
                    connection.rollback();
                    return false;
                }
                WhenARebuildIsWantedThenRebuild.stop(readers);
                RebuildTables.swap(connection, RebuildReaders.CONSUMERS);
                connection.commit();
                return true;
            } catch (SQLException e) {
                connection.rollback();
                LOG.infof("A rebuild could not take its place yet, SQLSTATE %s", e.getSQLState());
                return false;
            }
        }
    }

    private boolean reached(Positions held) throws SQLException, InterruptedException {
        for (var until = Instant.now().plus(LONGEST); Instant.now().isBefore(until); Thread.sleep(20)) {
            if (Positions.rebuilt(rebuilt, RebuildReaders.CONSUMERS).reaches(held)) {
                return true;
            }
        }
        return false;
    }

    private static void set(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
