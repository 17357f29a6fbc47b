package groundswell.journal.inbox;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How long an inbox's transaction may hold what it has locked: a replica that is stopped inside one must not keep its
 * partitions and slots for ever. A limit that is reached is a failure that passes; the batch is tried again.
 *
 * <p>The transaction as a whole may take longer than an append's 10 s, since it applies all that one poll brought, usually
 * up to 500 records and often to many tables. A minute is far more than that needs on a loaded machine, and well below
 * the five minutes ({@code max.poll.interval.ms}) after which Kafka gives the partitions to somebody else.
 *
 * <p>Plans do not depend on the values here either, and making one for each statement anew costs more than carrying it out.
 */
final class Limits {
    private static final String SET = "set local lock_timeout = '3s'; set local transaction_timeout = '60s';"
            + " set local idle_in_transaction_session_timeout = '5s'; set local plan_cache_mode = force_generic_plan";

    /** For the present transaction only: the connection goes back to a pool. */
    static void set(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SET);
        }
    }

    private Limits() {}
}
