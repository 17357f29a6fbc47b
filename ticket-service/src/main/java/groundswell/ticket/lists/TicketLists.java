package groundswell.ticket.lists;

import groundswell.journal.Head;
import groundswell.journal.SqlFailure;
import groundswell.ticket.Ticket;
import groundswell.ticket.desk.TicketJournal;
import groundswell.ticket.desk.TicketViews;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads pages of tickets from the columns that stand beside each snapshot. */
@ApplicationScoped
public class TicketLists {
    private final DataSource database;
    private final TicketJournal tickets;
    private final TicketViews views;

    TicketLists(DataSource database, TicketJournal tickets, TicketViews views) {
        this.database = database;
        this.tickets = tickets;
        this.views = views;
    }

    public TicketPage page(TicketQuery query) {
        var heads = read(query);
        boolean more = heads.size() > query.limit();
        var shown = more ? heads.subList(0, query.limit()) : heads;
        return new TicketPage(views.views(shown), more ? cursor(query, shown.getLast()) : null);
    }

    private static String cursor(TicketQuery query, Head<Ticket> last) {
        return new Cursor(query.sort(), sortValue(query, last.state()), last.stream()).text();
    }

    private static String sortValue(TicketQuery query, Ticket ticket) {
        var opening = ticket.opening();
        return switch (query.sort()) {
            case CREATED, CREATED_DOWN -> opening == null ? "" : opening.at().toString();
            case UPDATED, UPDATED_DOWN -> ticket.updatedAt().toString();
            case PRIORITY, PRIORITY_DOWN -> ticket.priority().toString();
        };
    }

    private List<Head<Ticket>> read(TicketQuery query) {
        var sql = ListSql.of(query);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql.text())) {
            for (int i = 0; i < sql.values().size(); i++) {
                statement.setObject(i + 1, inSql(connection, sql.values().get(i)));
            }
            try (var rows = statement.executeQuery()) {
                var heads = new ArrayList<Head<Ticket>>();
                while (rows.next()) {
                    heads.add(new Head<>(rows.getString(1), rows.getLong(2), tickets.state(rows.getString(3))));
                }
                return heads;
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private static @Nullable Object inSql(java.sql.Connection connection, Object value) throws SQLException {
        return value instanceof ListSql.Any(String type, List<?> values)
                ? connection.createArrayOf(
                        type, values.stream().map(Object::toString).toArray())
                : value;
    }
}
