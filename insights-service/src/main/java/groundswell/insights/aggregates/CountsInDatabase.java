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
import java.util.function.Function;
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
        return atOnce(counts -> counts.in(spans, measure, by, only));
    }

    @Override
    public <T> T atOnce(Function<Counts, T> reading) {
        try {
            return Snapshot.of(database, connection -> reading.apply(new CountsAtOnce(connection, remembered)));
        } catch (SQLException e) {
            throw new IllegalStateException("The counts could not be read", e);
        }
    }
}
