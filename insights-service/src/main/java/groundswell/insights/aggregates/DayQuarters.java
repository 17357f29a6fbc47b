package groundswell.insights.aggregates;

import groundswell.insights.Dimension;
import groundswell.insights.Grain;
import groundswell.insights.Measure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All quarter hours of one UTC day of a measure, by every dimension: whatever is asked of the day is added up from them. */
record DayQuarters(List<Row> rows) {
    /** @param codes in the order of {@link Dimension} */
    record Row(Instant starts, List<String> codes, long tickets) {}

    private static final String READ = """
            select c.starts, c.theme, c.team, c.channel, c.plan, c.history, c.tickets
            from unnest(?::timestamptz[]) d (day)
            cross join lateral (select * from insights_count where measure = ? and grain = 'quarter'
                and starts >= d.day and starts < d.day + interval '24 hours' and tickets <> 0) c""";

    static Map<Instant, DayQuarters> read(Measure measure, List<Instant> days, Connection connection)
            throws SQLException {
        var rows = new HashMap<Instant, List<Row>>();
        days.forEach(day -> rows.put(day, new ArrayList<>()));
        try (var query = connection.prepareStatement(READ)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", days.stream().map(Instant::toString).toArray()));
            query.setString(2, measure.code());
            // the same few codes over and over
            var codes = new HashMap<List<String>, List<String>>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var starts = row.getTimestamp(1).toInstant();
                    var read = List.of(
                            row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6));
                    Objects.requireNonNull(rows.get(Grain.DAY.floor(starts)))
                            .add(new Row(starts, codes.computeIfAbsent(read, same -> same), row.getLong(7)));
                }
            }
        }
        var quarters = new HashMap<Instant, DayQuarters>();
        rows.forEach((day, found) -> quarters.put(day, new DayQuarters(List.copyOf(found))));
        return quarters;
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
