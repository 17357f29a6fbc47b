package groundswell.insights.journal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Several reads that see one moment, and lock nothing. */
public final class Snapshot {
    /** What is read of it. */
    public interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    public static <T> T of(DataSource database, Reading<T> reading) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
                return reading.from(connection);
            } finally {
                connection.rollback(); // nothing was written
            }
        }
    }

    private Snapshot() {}
}
