package groundswell.ticket.desk;

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
        return (int) times(List.of(requesterId)).getOrDefault(requesterId, List.of()).stream()
                .filter(then -> then.isBefore(at))
                .count();
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
            throw Database.failed(e);
        }
    }
}
