package groundswell.journal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Makes the journal's tables ready for a topic's slots. The number of slots is fixed by the first start, for ever. */
public final class JournalSchema {
    private static final int LOCK = 0x67726f75;

    /** Creates what is missing; throws {@link IllegalStateException} when the number of partitions has changed. */
    public static void prepare(DataSource database, Slots slots) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                check(connection, slots);
                for (int partition = 0; partition < slots.partitions(); partition++) {
                    statement.execute(
                            "create table if not exists journal_event_%1$d partition of journal_event for values in (%1$d)"
                                    .formatted(partition));
                }
                try (var insert = connection.prepareStatement(
                        "insert into journal_relay (topic, partition) select ?, generate_series(0, ? - 1) on conflict do nothing")) {
                    insert.setString(1, slots.topic());
                    insert.setInt(2, slots.partitions());
                    insert.executeUpdate();
                }
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The journal's tables could not be prepared", e);
        }
    }

    private static void check(Connection connection, Slots slots) throws SQLException {
        try (var query = connection.prepareStatement("select count(*) from journal_relay where topic = ?")) {
            query.setString(1, slots.topic());
            try (var row = query.executeQuery()) {
                row.next();
                int fixed = row.getInt(1);
                if (fixed != 0 && fixed != slots.partitions()) {
                    throw new IllegalStateException(
                            "Topic %s was installed with %d partitions and is now configured with %d: set groundswell.journal.partitions=%d"
                                    .formatted(slots.topic(), fixed, slots.partitions(), fixed));
                }
            }
        }
    }

    private JournalSchema() {}
}
