package groundswell.insights.counting;

import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.stack.TestStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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

    public static Recount.Result recount(DataSource database) throws SQLException {
        return new Recount(database).compare();
    }

    /** All that is kept, as text, in an agreed order. */
    public static List<String> rows(DataSource database) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var query : List.of(
                    "select c::text from insights_count c where tickets <> 0 order by 1",
                    "select t::text from insights_ticket t order by 1",
                    "select c::text from insights_tag_count c where tickets <> 0 order by 1",
                    "select team || sum(open) || sum(unassigned) || sum(pending) from insights_queue"
                            + " group by team order by 1")) {
                try (var found = statement.executeQuery(query)) {
                    while (found.next()) {
                        rows.add(found.getString(1));
                    }
                }
            }
        }
        return rows;
    }

    private record Transaction(Connection connection) implements InboxTransaction {
        @Override
        public void afterCommit(Runnable action) {}
    }

    private Counting() {}
}
