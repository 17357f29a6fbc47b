package groundswell.insights.reports;

import groundswell.insights.Span;
import groundswell.insights.reports.Evidence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Reads the tickets as they are now, in one statement. */
@ApplicationScoped
public class EvidenceInDatabase {
    private static final int FETCH = 2_000;

    /** What would end a cell of a CSV file, or be taken for a formula there. */
    private static final Pattern UNFIT = Pattern.compile("[,\"\\r\\n]|^[=+@\\-\\t]");

    private static final String READ = """
            select ticket_id, number, opened_at, theme, team, channel, plan, history, coalesce(score, 0)
            from insights_ticket where opened_at >= ?::timestamptz and opened_at < ?::timestamptz and counted
            order by opened_at, ticket_id""";

    private static final String LAST_CHANGE = """
            select coalesce(max(changed_at), '-infinity') < ?::timestamptz from insights_day_version
            where measure = 'opened' and day >= date_trunc('day', ?::timestamptz, 'UTC') and day < ?::timestamptz""";

    private final DataSource database;

    EvidenceInDatabase(DataSource database) {
        this.database = database;
    }

    Evidence openedIn(Span span) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(READ)) {
            query.setFetchSize(FETCH);
            query.setString(1, span.from().toString());
            query.setString(2, span.to().toString());
            var rows = new ArrayList<Row>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getObject(1, UUID.class),
                            row.getLong(2),
                            row.getTimestamp(3).toInstant(),
                            code(row.getString(4)),
                            code(row.getString(5)),
                            code(row.getString(6)),
                            code(row.getString(7)),
                            code(row.getString(8)),
                            row.getInt(9)));
                }
            }
            return new Evidence(rows);
        }
    }

    /** Whether no count of opened tickets within a span has changed since a moment. */
    boolean isQuietSince(Instant moment, Span span) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(LAST_CHANGE)) {
            query.setString(1, moment.toString());
            query.setString(2, span.from().toString());
            query.setString(3, span.to().toString());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static String code(String code) {
        return UNFIT.matcher(code).replaceAll(" ");
    }
}
