package groundswell.insights.aggregates;

import groundswell.insights.Measure;
import groundswell.insights.Readings;
import groundswell.insights.journal.Snapshot;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** One transaction for all that is asked, and one look at what has changed. */
@Singleton
public class ReadingsInDatabase implements Readings.Source {
    private final DataSource database;
    private final RememberedSums sums;
    private final RepliesInDatabase replies;

    ReadingsInDatabase(DataSource database, RememberedSums sums, RepliesInDatabase replies) {
        this.database = database;
        this.sums = sums;
        this.replies = replies;
    }

    @Override
    public <T> T atOnce(Function<Readings, T> reading) {
        try {
            return Snapshot.of(database, connection -> {
                var versions = DayVersions.of(connection, Measure.values());
                return reading.apply(new Readings(
                        new CountsAtOnce(connection, sums, versions), replies.atOnce(connection, versions)));
            });
        } catch (SQLException e) {
            throw new IllegalStateException("The counts could not be read", e);
        }
    }
}
