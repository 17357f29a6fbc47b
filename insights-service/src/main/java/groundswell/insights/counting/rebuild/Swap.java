package groundswell.insights.counting.rebuild;

import groundswell.insights.Wording;
import groundswell.journal.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Holds the live consumers still, lets the rebuild come to where they are, and changes the tables, all in one transaction:
 * a reader sees either the one or the other. The consumers find their positions moved and go on from there, as they do
 * when another replica has taken over.
 */
final class Swap {
    private static final Logger LOG = Logger.getLogger(Swap.class);

    /** How long the rebuild may take to come to where the held consumers are. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    /**
     * A table that is in use is waited for, and who comes after us waits with us: shorter than it takes PostgreSQL to look
     * for a deadlock (1 s), so that it is always we who give way, and never a reader.
     */
    private static final String LIMITS = "set local lock_timeout = '500ms'; set local transaction_timeout = '30s';"
            + " set local idle_in_transaction_session_timeout = '15s'";

    private static final String DONE = """
            update insights_rebuild set state = 'done', events = ?, of_events = ?, message = ?, ended_at = clock_timestamp()
            where id = ? and state = 'running'""";

    private final DataSource live;
    private final Connection rebuilt;
    private final Map<String, String> consumerOfTopic;
    private final String shape;

    /** @param shape that the live tables had when the rebuild began */
    Swap(DataSource live, Connection rebuilt, Map<String, String> consumerOfTopic, String shape) {
        this.live = live;
        this.rebuilt = rebuilt;
        this.consumerOfTopic = consumerOfTopic;
        this.shape = shape;
    }

    /**
     * False where it did not come to it this time; the readers may be stopped then.
     *
     * @throws RebuildFailed where it never will
     */
    boolean tried(UUID id, List<PartitionReader> readers) throws SQLException, InterruptedException {
        try (var connection = live.getConnection()) {
            connection.setAutoCommit(false);
            try {
                run(connection, LIMITS);
                var done = swap(connection, id, readers);
                if (done) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return done;
            } catch (SQLException e) {
                connection.rollback();
                if (!SqlFailure.passes(e)) {
                    throw e;
                }
                LOG.infof("A rebuild could not take its place yet, SQLSTATE %s", e.getSQLState());
                return false;
            } catch (RebuildFailed e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private boolean swap(Connection connection, UUID id, List<PartitionReader> readers)
            throws SQLException, InterruptedException {
        var held = Positions.hold(connection, consumerOfTopic);
        for (var partition : held.byPartition().keySet()) {
            if (readers.stream().noneMatch(reader -> reader.partitions().contains(partition))) {
                throw new RebuildFailed(partition + " is new; ask for another rebuild");
            }
        }
        if (!reached(held)) {
            return false;
        }
        readers.forEach(PartitionReader::stop);
        WhenARebuildIsWantedThenRebuild.join(readers);
        RebuildTables.lock(connection);
        if (!RebuildTables.shape(connection).equals(shape)) {
            throw new RebuildFailed("The tables were migrated meanwhile; ask for another rebuild");
        }
        var here = Positions.rebuilt(connection, consumerOfTopic);
        if (!here.reaches(held)) {
            throw new RebuildFailed("Another rebuild has taken the place of this one");
        }
        var parked = RebuildTables.swap(connection, List.copyOf(consumerOfTopic.values()));
        return isStillWanted(connection, id, here.events(), parked);
    }

    private static boolean isStillWanted(Connection connection, UUID id, long events, String parked)
            throws SQLException {
        try (var done = connection.prepareStatement(DONE)) {
            done.setLong(1, events);
            done.setLong(2, events);
            done.setString(
                    3,
                    Wording.number(events) + " events counted"
                            + (parked.equals("0") ? "" : "; " + parked + " records are parked that were not before"));
            done.setObject(4, id);
            return done.executeUpdate() == 1;
        }
    }

    private boolean reached(Positions held) throws SQLException, InterruptedException {
        for (var until = Instant.now().plus(LONGEST); Instant.now().isBefore(until); Thread.sleep(20)) {
            if (Positions.rebuilt(rebuilt, consumerOfTopic).reaches(held)) {
                return true;
            }
        }
        return false;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
