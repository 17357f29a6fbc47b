package groundswell.insights.aggregates;

import groundswell.insights.Dimension;
import groundswell.insights.Measure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All quarter hours of one UTC day of a measure, by every dimension: whatever is asked of the day is added up from them. */
record DayQuarters(List<Row> rows) {
    /** @param codes in the order of {@link Dimension} */
    record Row(Instant starts, List<String> codes, long tickets) {}

    /** One day: joined with several at once, the planner would read all of history beside them. */
    private static final String READ = """
            select starts, theme, team, channel, plan, history, tickets from insights_count
            where measure = ? and grain = 'quarter' and starts >= ?::timestamptz and starts < ?::timestamptz
                and tickets <> 0""";

    static DayQuarters read(Measure measure, Instant day, Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(READ)) {
            query.setString(1, measure.code());
            query.setString(2, day.toString());
            query.setString(3, day.plus(Duration.ofDays(1)).toString());
            var rows = new ArrayList<Row>();
            // the same few codes over and over
            var codes = new HashMap<List<String>, List<String>>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var read = List.of(
                            row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6));
                    rows.add(new Row(
                            row.getTimestamp(1).toInstant(),
                            codes.computeIfAbsent(read, same -> same),
                            row.getLong(7)));
                }
            }
            return new DayQuarters(List.copyOf(rows));
        }
    }

    Map<List<String>, Long> sums(Part part, Question question) {
        var sums = new HashMap<List<String>, Long>();
        for (var row : rows) {
            if (!row.starts.isBefore(part.from()) && row.starts.isBefore(part.to()) && isAsked(row, question)) {
                var codes = question.by().stream()
                        .map(dimension -> row.codes.get(dimension.ordinal()))
                        .toList();
                sums.merge(codes, row.tickets, Long::sum);
            }
        }
        return sums;
    }

    private static boolean isAsked(Row row, Question question) {
        for (var dimension : Dimension.values()) {
            var code = question.only().get(dimension);
            if (code != null && !code.equals(row.codes.get(dimension.ordinal()))) {
                return false;
            }
        }
        return true;
    }
}
