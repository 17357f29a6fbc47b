package groundswell.ticket.desk;

import groundswell.journal.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Human numbers, drawn in blocks of 500 so that a new ticket seldom asks the sequence. A restart leaves a hole: no harm. */
@ApplicationScoped
public class TicketNumbers {
    private static final int BLOCK = 500;
    /** Below stand the numbers that tickets brought along from elsewhere. */
    public static final long FIRST_OWN = 100_001;

    private final DataSource database;
    private long next;
    private long end;

    TicketNumbers(DataSource database) {
        this.database = database;
    }

    public synchronized long next() {
        if (next == end) {
            next = draw();
            end = next + BLOCK;
        }
        return next++;
    }

    private long draw() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select nextval('ticket_number')")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
