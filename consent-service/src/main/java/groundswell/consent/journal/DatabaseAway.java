package groundswell.consent.journal;

import java.sql.SQLException;

/** A read failed. Nothing is allowed on the strength of what could not be read. */
public final class DatabaseAway extends RuntimeException {
    public DatabaseAway(SQLException cause) {
        super("A query failed: SQLSTATE " + cause.getSQLState(), cause);
    }
}
