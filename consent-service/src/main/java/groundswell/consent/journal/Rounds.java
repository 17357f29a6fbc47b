package groundswell.consent.journal;

import groundswell.consent.ConsentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** Which request of a ticket is the present one: a question that ran out may be asked again, any other answer stands. */
@ApplicationScoped
public class Rounds {
    private static final String EXPIRED =
            "select count(*) from journal_stream where ticket_id = ? and (consent_status = ? or ends_at <= ?)";

    private final DataSource database;

    Rounds(DataSource database) {
        this.database = database;
    }

    /** The round a new wish about this ticket belongs to: 0 at first, one more for each request that has run out. */
    public int next(UUID ticketId, Instant now) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(EXPIRED)) {
            query.setObject(1, ticketId);
            query.setString(2, ConsentStatus.EXPIRED.toString());
            query.setObject(3, now.atOffset(java.time.ZoneOffset.UTC));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }
}
