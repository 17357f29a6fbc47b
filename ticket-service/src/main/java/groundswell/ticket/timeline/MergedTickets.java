package groundswell.ticket.timeline;

import groundswell.journal.SqlFailure;
import groundswell.ticket.timeline.TicketPageView.Other;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the tickets are called that a ticket was merged with. */
@ApplicationScoped
class MergedTickets {
    private static final String CHILDREN =
            "select stream_id, number from journal_stream where merged_into = ? order by number limit 100";
    private static final String PARENT = "select stream_id, number from journal_stream where stream_id = ?";

    /** A statement's one value. */
    private interface Value {
        void set(PreparedStatement statement) throws SQLException;
    }

    private final DataSource database;

    MergedTickets(DataSource database) {
        this.database = database;
    }

    List<Other> children(UUID parent) {
        return read(CHILDREN, statement -> statement.setObject(1, parent));
    }

    @Nullable
    Other parent(UUID id) {
        var found = read(PARENT, statement -> statement.setString(1, id.toString()));
        return found.isEmpty() ? null : found.getFirst();
    }

    private List<Other> read(String sql, Value value) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            value.set(query);
            var others = new ArrayList<Other>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    others.add(new Other(UUID.fromString(row.getString(1)), "TKT-" + row.getLong(2)));
                }
            }
            return List.copyOf(others);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
