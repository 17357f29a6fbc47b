package groundswell.insights.counting;

import groundswell.insights.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The sum of the positions our consumers have stored: it moves with every batch, whichever replica took it. */
@ApplicationScoped
public class ProgressInDatabase implements Progress {
    private final DataSource database;

    ProgressInDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public long heard() {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement("select coalesce(sum(position), 0)::bigint from journal_inbox");
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The consumers' positions could not be read", e);
        }
    }
}
