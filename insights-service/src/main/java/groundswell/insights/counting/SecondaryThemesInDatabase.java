package groundswell.insights.counting;

import groundswell.insights.SecondaryThemes;
import groundswell.insights.Span;
import groundswell.journal.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Counts the rows: few tickets have a second theme, and an index knows which. */
@ApplicationScoped
public class SecondaryThemesInDatabase implements SecondaryThemes {
    private static final String COUNT = """
            select count(*) from insights_ticket where read_secondary <> '{}' and read_secondary @> array[?]::text[]
                and opened_at >= ?::timestamptz and opened_at < ?::timestamptz and counted""";

    private final DataSource database;

    SecondaryThemesInDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public long touching(String theme, Span span) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(COUNT)) {
            query.setString(1, theme);
            query.setString(2, span.from().toString());
            query.setString(3, span.to().toString());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The tickets that touch a theme could not be counted");
        }
    }
}
