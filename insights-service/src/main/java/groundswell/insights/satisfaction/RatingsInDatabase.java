package groundswell.insights.satisfaction;

import groundswell.insights.Satisfaction;
import groundswell.insights.Span;
import groundswell.journal.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Adds up the ratings of a span's tickets. */
@ApplicationScoped
public class RatingsInDatabase implements Satisfaction.Source {
    private static final String SUM = """
            select theme, count(*), sum(score), count(*) filter (where score <= 2) from insights_ticket
            where opened_at >= ?::timestamptz and opened_at < ?::timestamptz and score is not null and counted
            group by theme""";

    private final DataSource database;

    RatingsInDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<String, Satisfaction> openedIn(Span span) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(SUM)) {
            query.setString(1, span.from().toString());
            query.setString(2, span.to().toString());
            try (var row = query.executeQuery()) {
                var ratings = new HashMap<String, Satisfaction>();
                while (row.next()) {
                    ratings.put(row.getString(1), new Satisfaction(row.getLong(2), row.getLong(3), row.getLong(4)));
                }
                return ratings;
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The ratings could not be read");
        }
    }
}
