package groundswell.insights.sentiment;

import groundswell.insights.SentimentCounts;
import groundswell.insights.Span;
import groundswell.journal.SqlFailure;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Adds up the moods of a span's tickets. */
@Singleton
public class SentimentInDatabase implements SentimentCounts.Source {
    private static final String SUM = """
            select t.theme, count(*) filter (where x.sentiment = 'upset'), count(*) filter (where x.sentiment = 'neutral'),
                count(*) filter (where x.sentiment = 'pleased'), count(*) filter (where x.sentiment = 'unknown')
            from insights_ticket t join insights_text x on x.ticket_id = t.ticket_id and x.subject_box is not null
            where t.opened_at >= ?::timestamptz and t.opened_at < ?::timestamptz and x.sentiment is not null and t.counted
            group by t.theme""";

    private final DataSource database;

    SentimentInDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<String, SentimentCounts> openedIn(Span span) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(SUM)) {
            query.setString(1, span.from().toString());
            query.setString(2, span.to().toString());
            try (var row = query.executeQuery()) {
                var moods = new HashMap<String, SentimentCounts>();
                while (row.next()) {
                    moods.put(
                            row.getString(1),
                            new SentimentCounts(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                }
                return moods;
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The moods could not be read");
        }
    }
}
