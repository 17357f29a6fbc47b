package groundswell.consent.journal;

import groundswell.consent.ConsentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** Which request of a ticket is the present one: a question that ran out may be asked again, any other answer stands. */
@ApplicationScoped
public class Rounds {
    private static final String EXPIRED =
            "select count(*) from journal_stream where ticket_id = ? and (consent_status = ? or ends_at <= ?)";

    private static final String ALL = "select count(*) from journal_stream where ticket_id = ?";

    private final DataSource database;

    Rounds(DataSource database) {
        this.database = database;
    }

    /** The round a new wish about this ticket belongs to: 0 at first, one more for each request that has run out. */
    public int next(UUID ticketId, Instant now) {
        return count(EXPIRED, query -> {
            query.setObject(1, ticketId);
            query.setString(2, ConsentStatus.EXPIRED.toString());
            query.setObject(3, now.atOffset(ZoneOffset.UTC));
        });
    }

    /** The round of the last request there has been, run out or not; 0 where there was none. */
    public int latest(UUID ticketId) {
        return Math.max(0, count(ALL, query -> query.setObject(1, ticketId)) - 1);
    }

    private interface Binding {
        void to(PreparedStatement query) throws SQLException;
    }

    private int count(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            binding.to(query);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }
}
