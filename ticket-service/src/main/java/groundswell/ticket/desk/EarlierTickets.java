package groundswell.ticket.desk;

import groundswell.journal.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** How often somebody had come before: what makes a ticket the first or a repeat. */
@ApplicationScoped
public class EarlierTickets {
    private final DataSource database;

    EarlierTickets(DataSource database) {
        this.database = database;
    }

    public int before(UUID requesterId, Instant at) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from journal_stream"
                        + " where requester_id = ? and created_at < ? and number is not null")) {
            query.setObject(1, requesterId);
            query.setObject(2, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    /** When each of them opened tickets: an import puts its own in between. */
    public Map<UUID, List<Instant>> times(Collection<UUID> requesters) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select requester_id, created_at from journal_stream"
                        + " where requester_id = any (?) and number is not null")) {
            query.setArray(1, connection.createArrayOf("uuid", requesters.toArray()));
            try (var rows = query.executeQuery()) {
                var times = new HashMap<UUID, List<Instant>>();
                while (rows.next()) {
                    times.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(rows.getObject(2, OffsetDateTime.class)
                                    .withOffsetSameInstant(ZoneOffset.UTC)
                                    .toInstant());
                }
                return times;
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
