package groundswell.insights.aggregates;

import groundswell.insights.Dimension;
import groundswell.insights.Only;
import groundswell.insights.Span;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sums as the database gives them: one range of the primary key per piece, all in one statement. */
final class SumRows {
    /** The tickets in each piece by the codes asked for; combinations without any are absent. */
    static List<Map<List<String>, Long>> read(Question question, List<Span.Piece> pieces, Connection connection)
            throws SQLException {
        var sums = new ArrayList<Map<List<String>, Long>>();
        pieces.forEach(_ -> sums.add(new HashMap<>()));
        try (var query = connection.prepareStatement(sql(question.by(), question.only()))) {
            bind(query, connection, question, pieces);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var codes = new ArrayList<String>(question.by().size());
                    for (int i = 0; i < question.by().size(); i++) {
                        codes.add(rows.getString(3 + i));
                    }
                    sums.get(rows.getInt(1) - 1).put(List.copyOf(codes), rows.getLong(2));
                }
            }
        }
        return sums;
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
        // each piece is added up by itself: joined at once, the planner would read all of history beside it
        return """
               select p.n, s.tickets%1$s
               from unnest(?::text[], ?::timestamptz[], ?::timestamptz[]) with ordinality p (grain, from_, to_, n)
               cross join lateral (select sum(c.tickets) as tickets%2$s from insights_count c
                   where c.measure = ? and c.grain = p.grain and c.starts >= p.from_ and c.starts < p.to_%3$s%4$s) s
               where s.tickets <> 0""".formatted(outer, columns, filter, columns.isEmpty() ? "" : " group by " + columns.substring(2));
    }

    private static void bind(PreparedStatement query, Connection connection, Question question, List<Span.Piece> pieces)
            throws SQLException {
        query.setArray(1, texts(connection, pieces, piece -> piece.grain().code()));
        query.setArray(2, texts(connection, pieces, piece -> piece.from().toString()));
        query.setArray(3, texts(connection, pieces, piece -> piece.to().toString()));
        query.setString(4, question.measure().code());
        int next = 5;
        for (var dimension : Dimension.values()) {
            var code = question.only().get(dimension);
            if (code != null) {
                query.setString(next++, code);
            }
        }
    }

    private static java.sql.Array texts(
            Connection connection, List<Span.Piece> pieces, Function<Span.Piece, String> text) throws SQLException {
        return connection.createArrayOf("text", pieces.stream().map(text).toArray());
    }

    private SumRows() {}
}
