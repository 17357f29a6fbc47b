package groundswell.ticket.desk;

import groundswell.journal.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads {@code ticket_shown}; its writers are the inboxes in {@code shown}. */
@ApplicationScoped
public class ShownStore {
    private final DataSource database;

    ShownStore(DataSource database) {
        this.database = database;
    }

    public Map<UUID, Shown> of(Collection<UUID> tickets) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select * from ticket_shown where ticket_id = any (?)")) {
            query.setArray(1, connection.createArrayOf("uuid", tickets.toArray()));
            try (var rows = query.executeQuery()) {
                var found = new HashMap<UUID, Shown>();
                while (rows.next()) {
                    found.put(rows.getObject("ticket_id", UUID.class), shown(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private static Shown shown(ResultSet row) throws SQLException {
        var consent = row.getString("consent");
        return new Shown(
                row.getString("theme"),
                texts(row.getArray("secondary")),
                (Double) row.getObject("confidence"),
                row.getString("lane"),
                row.getString("best_team"),
                row.getString("decided_by"),
                consent == null ? "not_asked" : consent,
                texts(row.getArray("consent_scopes")),
                instant(row.getObject("consent_until", OffsetDateTime.class)));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
