package groundswell.journal;

import java.sql.SQLException;
import java.util.Set;

/** What a failure of the database means, by its SQLSTATE. */
public final class SqlFailure {
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");
    /** Idle too long in a transaction, transaction too long: we were stopped, or the machine is overloaded. */
    private static final Set<String> TOO_LATE = Set.of("25P03", "25P04");

    /** Connection lost, deadlock, no resources, lock not available, operator intervention, system error: it will pass. */
    public static boolean passes(SQLException e) {
        var state = e.getSQLState();
        return state == null
                || state.length() < 2
                || PASSING.contains(state.substring(0, 2))
                || TOO_LATE.contains(state);
    }

    /** The connection is gone, and with it the knowledge whether a commit took place. */
    public static boolean connectionLost(SQLException e) {
        var state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("25P0");
    }

    /**
     * What a caller is to be told: {@code BUSY}, so that it asks again, where the failure passes by itself; otherwise the
     * fault is ours.
     *
     * @param what could not be done, such as {@code "The teams could not be read"}
     */
    public static RuntimeException refusal(SQLException e, String what) {
        return passes(e)
                ? new JournalRefused(JournalRefused.Reason.BUSY, "The database is busy or away; try again shortly")
                : new IllegalStateException(what + ": SQLSTATE " + e.getSQLState(), e);
    }

    private SqlFailure() {}
}
