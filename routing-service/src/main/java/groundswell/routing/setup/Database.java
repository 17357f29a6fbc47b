package groundswell.routing.setup;

import groundswell.journal.JournalRefused;
import groundswell.journal.SqlFailure;
import java.sql.SQLException;

/** A failed statement, as its caller should see it: come back later, or a fault of ours. */
public final class Database {
    public static RuntimeException failed(SQLException e) {
        return SqlFailure.passes(e)
                ? new JournalRefused(JournalRefused.Reason.BUSY, "The database is away")
                : new IllegalStateException("A statement failed with SQLSTATE " + e.getSQLState(), e);
    }

    private Database() {}
}
