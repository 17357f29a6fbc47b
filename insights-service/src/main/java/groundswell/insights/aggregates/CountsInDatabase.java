package groundswell.insights.aggregates;

import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Measure;
import groundswell.insights.Only;
import groundswell.insights.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Adds up the few rows that cover each span: one range of the primary key per piece, all in one statement. */
@ApplicationScoped
public class CountsInDatabase implements Counts {
    private record Numbered(int span, Span.Piece piece) {}

    private final DataSource database;

    CountsInDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Map<List<String>, Long>> in(List<Span> spans, Measure measure, List<Dimension> by, Only only) {
        var sums = new ArrayList<Map<List<String>, Long>>();
        spans.forEach(_ -> sums.add(new HashMap<>()));
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql(by, only))) {
            bind(query, connection, pieces(spans), measure, only);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var codes = new ArrayList<String>(by.size());
                    for (int i = 0; i < by.size(); i++) {
                        codes.add(rows.getString(3 + i));
                    }
                    sums.get(rows.getInt(1)).put(List.copyOf(codes), rows.getLong(2));
                }
            }
            return sums;
        } catch (SQLException e) {
            throw new IllegalStateException("The counts could not be read", e);
        }
    }

    private static List<Numbered> pieces(List<Span> spans) {
        var pieces = new ArrayList<Numbered>();
        for (int i = 0; i < spans.size(); i++) {
            for (var piece : spans.get(i).pieces()) {
                pieces.add(new Numbered(i, piece));
            }
        }
        return pieces;
    }

    /** Made of the names of our own columns only; every value is a parameter. */
    private static String sql(List<Dimension> by, Only only) {
        var columns = by.stream().map(d -> ", c." + d.code()).collect(Collectors.joining());
        var filter = new StringBuilder();
        for (var dimension : Dimension.values()) {
            if (only.get(dimension) != null) {
                filter.append(" and c.").append(dimension.code()).append(" = ?");
            }
        }
        var outer = by.stream().map(d -> ", s." + d.code()).collect(Collectors.joining());
        // each span is added up by itself: joined at once, the planner would read all of history beside it
        return """
               select p.span, sum(s.tickets)%1$s
               from unnest(?::int[], ?::text[], ?::timestamptz[], ?::timestamptz[]) p (span, grain, from_, to_)
               cross join lateral (select sum(c.tickets) as tickets%2$s from insights_count c
                   where c.measure = ? and c.grain = p.grain and c.starts >= p.from_ and c.starts < p.to_%3$s%4$s) s
               group by p.span%1$s having sum(s.tickets) <> 0""".formatted(outer, columns, filter, columns.isEmpty() ? "" : " group by " + columns.substring(2));
    }

    private static void bind(
            PreparedStatement query, Connection connection, List<Numbered> pieces, Measure measure, Only only)
            throws SQLException {
        query.setArray(
                1,
                connection.createArrayOf(
                        "int", pieces.stream().map(Numbered::span).toArray()));
        query.setArray(
                2,
                texts(
                        connection,
                        "text",
                        pieces.stream().map(p -> p.piece().grain().code()).toList()));
        query.setArray(
                3,
                texts(
                        connection,
                        "timestamptz",
                        pieces.stream().map(p -> p.piece().from().toString()).toList()));
        query.setArray(
                4,
                texts(
                        connection,
                        "timestamptz",
                        pieces.stream().map(p -> p.piece().to().toString()).toList()));
        query.setString(5, measure.code());
        int next = 6;
        for (var dimension : Dimension.values()) {
            var code = only.get(dimension);
            if (code != null) {
                query.setString(next++, code);
            }
        }
    }

    private static java.sql.Array texts(Connection connection, String type, List<String> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
