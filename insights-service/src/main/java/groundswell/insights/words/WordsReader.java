package groundswell.insights.words;

import groundswell.insights.Cue;
import groundswell.insights.Quote;
import groundswell.insights.Span;
import groundswell.journal.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads cues by theme or team, and the quotes behind them. */
@ApplicationScoped
public class WordsReader implements Quote.Source {
    /** More are looked at than shown: of some the customer was erased. */
    private static final int LOOKED_AT = 4;

    private static final String COUNT = """
            select c.cue, count(distinct c.ticket_id) from insights_cue c join insights_ticket t using (ticket_id)
            where c.written_at >= ?::timestamptz and c.written_at < ?::timestamptz and (?::text is null or t.theme = ?) and t.counted
            group by c.cue""";

    private static final String LYING = """
            select c.ticket_id, c.message_id, x.requester_id, x.subject_box, x.body_box, c.sentence, c.written_at,
                r.message_id as requester_message_id, r.requester_box, t.number, t.theme, t.team
            from insights_cue c join insights_text x using (message_id) join insights_ticket t on t.ticket_id = c.ticket_id
            left join insights_requester r on r.ticket_id = c.ticket_id
            where c.cue = ? and c.written_at >= ?::timestamptz and c.written_at < ?::timestamptz and t.number is not null and t.counted
                and (?::text is null or t.theme = ?) and (?::text is null or t.team = ?)
            order by c.written_at desc, c.message_id limit ?""";

    private final DataSource database;
    private final Quotes quotes;

    WordsReader(DataSource database, Quotes quotes) {
        this.database = database;
        this.quotes = quotes;
    }

    @Override
    public Map<Cue, Long> count(Span span, @Nullable String theme) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(COUNT)) {
            query.setString(1, span.from().toString());
            query.setString(2, span.to().toString());
            query.setString(3, theme);
            query.setString(4, theme);
            var counts = new EnumMap<Cue, Long>(Cue.class);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    counts.put(Cue.of(row.getString(1)), row.getLong(2));
                }
            }
            return counts;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The cues could not be read");
        }
    }

    /** The connection is given back before anything is opened. */
    @Override
    public List<Quote> quotes(Cue cue, Span span, @Nullable String theme, @Nullable String team, int most) {
        var quoted = new ArrayList<Quote>();
        var heard = new HashSet<UUID>();
        for (var one : lying(cue, span, theme, team, most * LOOKED_AT)) {
            if (quoted.size() < most && heard.add(one.lying.requesterId())) {
                quotes.open(one.lying).ifPresent(text -> quoted.add(one.quote(text)));
            }
        }
        return quoted;
    }

    private record Row(Quotes.Lying lying, long number, String theme, String team, Instant at) {
        Quote quote(String text) {
            return new Quote(lying.ticketId(), lying.messageId(), lying.requesterId(), number, theme, team, at, text);
        }
    }

    private List<Row> lying(Cue cue, Span span, @Nullable String theme, @Nullable String team, int limit) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(LYING)) {
            query.setString(1, cue.code());
            query.setString(2, span.from().toString());
            query.setString(3, span.to().toString());
            query.setString(4, theme);
            query.setString(5, theme);
            query.setString(6, team);
            query.setString(7, team);
            query.setInt(8, limit);
            var rows = new ArrayList<Row>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The quotes could not be read");
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        var lying = new Quotes.Lying(
                row.getObject("ticket_id", UUID.class),
                row.getObject("message_id", UUID.class),
                row.getObject("requester_id", UUID.class),
                row.getString("subject_box"),
                row.getString("body_box"),
                row.getInt("sentence"),
                row.getObject("requester_message_id", UUID.class),
                row.getString("requester_box"));
        return new Row(
                lying,
                row.getLong("number"),
                row.getString("theme"),
                row.getString("team"),
                row.getTimestamp("written_at").toInstant());
    }
}
