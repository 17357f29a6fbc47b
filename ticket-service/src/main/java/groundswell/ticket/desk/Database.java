package groundswell.ticket.desk;

import groundswell.journal.JournalRefused;
import java.sql.SQLException;

/** A failed statement, as its caller should see it: come back later, or a fault of ours. */
public final class Database {
    public static RuntimeException failed(SQLException e) {
        var state = e.getSQLState() == null ? "08" : e.getSQLState();
        return switch (state.substring(0, 2)) {
            case "08", "40", "53", "55", "57", "58" ->
                new JournalRefused(JournalRefused.Reason.BUSY, "The database is away");
            default -> new IllegalStateException("A statement failed with SQLSTATE " + state, e);
        };
    }

    private Database() {}
}
