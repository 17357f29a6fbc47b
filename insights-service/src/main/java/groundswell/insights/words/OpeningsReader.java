package groundswell.insights.words;

import groundswell.insights.Opening;
import groundswell.journal.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens how tickets began, for as long as it is needed. */
@ApplicationScoped
public class OpeningsReader implements Opening.Source {
    private static final String LYING = """
            select x.ticket_id, x.message_id, x.requester_id, x.subject_box, x.body_box, r.message_id as requester_message_id,
                r.requester_box, t.number, t.theme, t.team, x.written_at, a.account_id
            from insights_text x join insights_ticket t using (ticket_id) left join insights_requester r using (ticket_id)
            left join insights_ticket_account a using (ticket_id)
            where x.ticket_id = any (?) and x.subject_box is not null and t.number is not null""";

    private record Row(Quotes.Lying lying, UUID customer, long number, String theme, String team, Instant at) {
        Opening opened(String text) {
            return new Opening(lying.ticketId(), lying.requesterId(), customer, number, theme, team, at, text);
        }
    }

    private final DataSource database;
    private final Quotes quotes;

    OpeningsReader(DataSource database, Quotes quotes) {
        this.database = database;
        this.quotes = quotes;
    }

    /** The connection is given back before anything is opened. */
    @Override
    public List<Opening> open(Collection<UUID> tickets) {
        var lying = lying(tickets);
        return tickets.stream()
                .map(lying::get)
                .filter(Objects::nonNull)
                .flatMap(row -> opened(row).stream())
                .toList();
    }

    private Optional<Opening> opened(Row row) {
        return quotes.whole(row.lying()).map(row::opened);
    }

    private static UUID customer(@Nullable String account, UUID requester) {
        return account == null
                ? requester
                : UUID.nameUUIDFromBytes(("account:" + account).getBytes(StandardCharsets.UTF_8));
    }

    private Map<UUID, Row> lying(Collection<UUID> tickets) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(LYING)) {
            query.setArray(1, connection.createArrayOf("uuid", tickets.toArray()));
            var rows = new HashMap<UUID, Row>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var lying = new Quotes.Lying(
                            row.getObject("ticket_id", UUID.class),
                            row.getObject("message_id", UUID.class),
                            row.getObject("requester_id", UUID.class),
                            row.getString("subject_box"),
                            row.getString("body_box"),
                            0,
                            row.getObject("requester_message_id", UUID.class),
                            row.getString("requester_box"));
                    rows.put(
                            lying.ticketId(),
                            new Row(
                                    lying,
                                    customer(row.getString("account_id"), lying.requesterId()),
                                    row.getLong("number"),
                                    row.getString("theme"),
                                    row.getString("team"),
                                    row.getTimestamp("written_at").toInstant()));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The openings could not be read");
        }
    }
}
