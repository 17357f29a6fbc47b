package groundswell.insights.counting;

import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.stack.TestStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** The counting alone, on a database of its own. */
public final class Counting {
    public static DataSource newDatabase() {
        var database = TestStack.shared().newDatabase();
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/journal", "classpath:db/migration")
                .load()
                .migrate();
        return source;
    }

    /** In batches of random length, each in a transaction, as the inbox does. */
    public static Void apply(DataSource database, List<Delivery> partition, Random random) throws SQLException {
        var projection = new CountsProjection();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < partition.size(); ) {
                int to = Math.min(partition.size(), from + 1 + random.nextInt(60));
                projection.apply(projection.prepare(partition.subList(from, to)), new Transaction(connection));
                connection.commit();
                from = to;
            }
        }
        return null;
    }

    private record Transaction(Connection connection) implements InboxTransaction {
        @Override
        public void afterCommit(Runnable action) {}
    }

    private Counting() {}
}
