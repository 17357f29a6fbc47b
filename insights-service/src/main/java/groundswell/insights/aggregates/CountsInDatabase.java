package groundswell.insights.aggregates;

import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Measure;
import groundswell.insights.Only;
import groundswell.insights.Span;
import groundswell.insights.journal.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Adds up the few rows that cover each span, at one moment for all of them. */
@ApplicationScoped
public class CountsInDatabase implements Counts {
    private final DataSource database;
    private final RememberedSums remembered;

    CountsInDatabase(DataSource database, RememberedSums remembered) {
        this.database = database;
        this.remembered = remembered;
    }

    @Override
    public List<Map<List<String>, Long>> in(List<Span> spans, Measure measure, List<Dimension> by, Only only) {
        try {
            return Snapshot.of(
                    database,
                    connection -> new CountsAtOnce(connection, remembered, DayVersions.of(connection, measure))
                            .in(spans, measure, by, only));
        } catch (SQLException e) {
            throw new IllegalStateException("The counts could not be read", e);
        }
    }
}
