package groundswell.journal;

import groundswell.stack.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A new PostgreSQL database with the journal's tables, ready for one topic. */
public final class JournalDatabase {
    /** In the order in which a service's Flyway applies them. */
    private static final List<String> MIGRATIONS = List.of("V0_1__journal.sql", "V0_2__flow.sql");

    public static DataSource fresh(String topic, int partitions) {
        var where = TestStack.shared().newDatabase();
        var database = new PGSimpleDataSource();
        database.setUrl(where.jdbcUrl());
        database.setUser(where.user());
        database.setPassword(where.password());
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var migration : MIGRATIONS) {
                var sql = JournalDatabase.class.getResourceAsStream("/db/journal/" + migration);
                if (sql != null) {
                    statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The journal's tables could not be created", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JournalSchema.prepare(database, new Slots(topic, partitions));
        return database;
    }

    private JournalDatabase() {}
}
