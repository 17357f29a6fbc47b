package groundswell.journal.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A transaction outside the inbox, with the same promises: for what a person asks, and for texts read later. */
public final class OwnTransaction implements InboxTransaction {
    /** What is to stand or fall together. */
    public interface Work<T> {
        T in(InboxTransaction transaction) throws SQLException;
    }

    private final Connection connection;
    private final List<Runnable> afterwards = new ArrayList<>();

    private OwnTransaction(Connection connection) {
        this.connection = connection;
    }

    public static <T> T run(DataSource database, Work<T> work) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Limits.set(connection);
            var transaction = new OwnTransaction(connection);
            T result;
            try {
                result = work.in(transaction);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
            transaction.afterwards.forEach(Runnable::run);
            return result;
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void afterCommit(Runnable action) {
        afterwards.add(action);
    }
}
