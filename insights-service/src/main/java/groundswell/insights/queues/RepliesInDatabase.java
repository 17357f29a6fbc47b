package groundswell.insights.queues;

import groundswell.insights.Replies;
import groundswell.insights.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javax.sql.DataSource;

/** Medians do not add up, so they are taken from the tickets answered within the spans, by the index. */
@ApplicationScoped
public class RepliesInDatabase implements Replies {
    private static final String MEDIANS = """
            select (select percentile_cont(0.5) within group (order by extract(epoch from first_reply_at - opened_at) / 60)
                from insights_ticket where first_reply_at >= s.from_ and first_reply_at < s.to_) as minutes
            from unnest(?::timestamptz[], ?::timestamptz[]) with ordinality s (from_, to_, n) order by n""";

    private final DataSource database;

    RepliesInDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public List<OptionalDouble> medianMinutes(List<Span> spans) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(MEDIANS)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "timestamptz",
                            spans.stream().map(s -> s.from().toString()).toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "timestamptz",
                            spans.stream().map(s -> s.to().toString()).toArray()));
            try (var rows = query.executeQuery()) {
                var medians = new ArrayList<OptionalDouble>();
                while (rows.next()) {
                    var minutes = rows.getDouble(1);
                    medians.add(rows.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(minutes));
                }
                return medians;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("First reply times could not be read", e);
        }
    }
}
