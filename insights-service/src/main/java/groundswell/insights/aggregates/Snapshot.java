package groundswell.insights.aggregates;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Several reads that see one moment. */
final class Snapshot {
    /** What is read of it. */
    interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    static <T> T of(DataSource database, Reading<T> reading) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read read only");
                var result = reading.from(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private Snapshot() {}
}
