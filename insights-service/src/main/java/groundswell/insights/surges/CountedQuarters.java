package groundswell.insights.surges;

import groundswell.insights.Span;
import groundswell.insights.SurgeKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Reads what was opened in each quarter hour, per theme and per tag. */
final class CountedQuarters {
    /** A tag that hardly anybody uses is not watched. */
    private static final String READ = """
            select 'theme' as kind, theme as code, starts, sum(tickets)::int as tickets from insights_count
            where measure = 'opened' and grain = 'quarter' and starts >= ?::timestamptz and starts < ?::timestamptz
            group by theme, starts
            union all
            select 'tag', tag, starts, tickets::int from insights_tag_count
            where starts >= ?::timestamptz and starts < ?::timestamptz and tag in (select tag from insights_tag_count
                where starts >= ?::timestamptz and starts < ?::timestamptz group by tag having sum(tickets) >= ?)""";

    static QuarterCounts in(Connection connection, Span span) throws SQLException {
        var counts = new QuarterCounts(span.from(), span.to());
        try (var query = connection.prepareStatement(READ)) {
            for (int i = 1; i <= 6; i++) {
                query.setString(i, (i % 2 == 1 ? span.from() : span.to()).toString());
            }
            query.setInt(7, SurgeRules.USUAL.fewest());
            query.setFetchSize(10_000);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    counts.add(
                            SurgeKey.of(row.getString(1), row.getString(2)),
                            row.getTimestamp(3).toInstant(),
                            row.getInt(4));
                }
            }
        }
        return counts;
    }

    /** The first day (UTC) from a midnight on that has a ticket. */
    static Optional<Instant> firstFrom(Connection connection, Instant midnight) throws SQLException {
        try (var query = connection.prepareStatement("select starts from insights_count where measure = 'opened'"
                + " and grain = 'day' and starts >= ?::timestamptz and tickets > 0 order by starts limit 1")) {
            query.setString(1, midnight.toString());
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
            }
        }
    }

    private CountedQuarters() {}
}
