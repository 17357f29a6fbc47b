package groundswell.ticket.timeline;

import groundswell.journal.Head;
import groundswell.journal.SqlFailure;
import groundswell.ticket.Ticket;
import groundswell.ticket.desk.Badge;
import groundswell.ticket.desk.TicketJournal;
import groundswell.ticket.desk.TicketViews;
import groundswell.ticket.timeline.TicketPageView.Earlier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;

/** What else the same person wrote about, the newest first: beside the present ticket, so that nobody asks twice. */
@ApplicationScoped
class OtherTickets {
    private static final String NEWEST = """
        select stream_id, version, state::text from journal_stream
        where requester_id = ? and number is not null and stream_id <> ? order by created_at desc limit 5\
        """;

    private final DataSource database;
    private final TicketJournal tickets;
    private final TicketViews views;

    OtherTickets(DataSource database, TicketJournal tickets, TicketViews views) {
        this.database = database;
        this.tickets = tickets;
        this.views = views;
    }

    List<Earlier> of(UUID requester, UUID present) {
        return views.views(read(requester, present)).stream()
                .map(ticket -> new Earlier(
                        ticket.id(),
                        ticket.number(),
                        Objects.requireNonNullElse(ticket.subject(), ticket.number()),
                        Badge.of(ticket),
                        ticket.createdAt()))
                .toList();
    }

    private List<Head<Ticket>> read(UUID requester, UUID present) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(NEWEST)) {
            query.setObject(1, requester);
            query.setString(2, present.toString());
            try (var rows = query.executeQuery()) {
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
}
