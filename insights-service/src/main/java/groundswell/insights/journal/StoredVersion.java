package groundswell.insights.journal;

import groundswell.insights.Versioned;
import groundswell.journal.SqlFailure;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A version that is worked out from the rows themselves, so that nobody who writes them has to think of it. It is asked once
 * a second while somebody looks: its query takes a millisecond.
 */
public abstract class StoredVersion implements Versioned {
    private final DataSource database;
    private final String query;

    /** @param query gives one number */
    protected StoredVersion(DataSource database, String query) {
        this.database = database;
        this.query = query;
    }

    @Override
    public long version() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "Whether something has changed could not be read");
        }
    }
}
