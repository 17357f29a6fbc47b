package groundswell.routing.choosing;

import groundswell.journal.SqlFailure;
import groundswell.routing.RecentTickets;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import javax.sql.DataSource;

/** Recent tickets from {@code routing_ticket}. */
@Singleton
class RecentRows implements RecentTickets {
    private static final Duration WEEK = Duration.ofDays(7);

    private final DataSource database;
    private final Clock clock;

    RecentRows(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Week newest(int atMost) {
        var sql = "select *, count(*) over () as of from routing_ticket where opened_at >= ?"
                + " order by opened_at desc, ticket_id limit ?";
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, clock.instant().minus(WEEK).atOffset(ZoneOffset.UTC));
            query.setInt(2, atMost);
            long of = 0;
            var tickets = new ArrayList<Ticket>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    of = row.getLong("of");
                    tickets.add(new Ticket(
                            row.getObject("ticket_id", UUID.class), row.getLong("number"), TicketTable.facts(row)));
                }
            }
            return new Week(tickets, of);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
