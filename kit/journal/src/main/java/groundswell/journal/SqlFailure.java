package groundswell.journal;

import java.sql.SQLException;
import java.util.Set;

/** What a failure of the database means, by its SQLSTATE. */
public final class SqlFailure {
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    /** Connection lost, deadlock, no resources, lock not available, operator intervention, system error: it will pass. */
    public static boolean passes(SQLException e) {
        var state = e.getSQLState();
        return state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2)) || "25P04".equals(state);
    }

    /** The connection is gone, and with it the knowledge whether a commit took place. */
    public static boolean connectionLost(SQLException e) {
        var state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("25P0");
    }

    private SqlFailure() {}
}
