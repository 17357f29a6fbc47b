package groundswell.insights.counting;

import groundswell.insights.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * How many events our consumers have applied: it moves with every batch, whichever replica took it, and when records that
 * were put aside are applied after all.
 */
@ApplicationScoped
public class ProgressInDatabase implements Progress {
    /** A rebuild ends where it began, and yet something may be otherwise. */
    private static final String HEARD = """
            select coalesce(sum(position), 0)::bigint - (select count(*) from journal_parked)
                + (select count(*) from insights_rebuild where state = 'done')
            from journal_inbox""";

    private final DataSource database;

    ProgressInDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public long heard() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(HEARD);
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The consumers' positions could not be read", e);
        }
    }
}
