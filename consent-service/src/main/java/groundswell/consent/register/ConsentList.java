package groundswell.consent.register;

import groundswell.consent.ConsentStatus;
import groundswell.consent.http.Cursor;
import groundswell.consent.journal.ConsentJournal;
import groundswell.consent.journal.DatabaseAway;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Which tickets were asked, and what they allow; newest change first. Read from the journal's own heads: never behind. */
@ApplicationScoped
class ConsentList {
    /** @param next where the next page begins; null on the last */
    public record Page(List<ConsentView> items, @Nullable String next) {}

    // What has run out counts as expired at once, whoever has noted it.
    private static final String STATUS = "case when s.ends_at <= ? then 'expired' else s.consent_status end";
    private static final String ROWS = "select s.stream_id, s.state::text, s.changed_at, k.number from journal_stream s"
            + " left join known_ticket k using (ticket_id) where s.changed_at is not null";
    private static final String ORDER = " order by s.changed_at desc, s.stream_id desc limit ?";

    private final DataSource database;
    private final ConsentJournal consents;

    ConsentList(DataSource database, ConsentJournal consents) {
        this.database = database;
        this.consents = consents;
    }

    /** All requests of one ticket, the present one first. */
    List<ConsentView> ofTicket(UUID ticketId, Instant now) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ROWS + " and s.ticket_id = ?" + ORDER)) {
            query.setObject(1, ticketId);
            query.setInt(2, 100);
            try (var row = query.executeQuery()) {
                var views = new ArrayList<ConsentView>();
                while (row.next()) {
                    views.add(view(row, now));
                }
                return views;
            }
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }

    Page page(@Nullable ConsentStatus status, @Nullable String after, int limit, Instant now) {
        var cursor = Cursor.of(after);
        var sql = ROWS
                + (status == null ? "" : " and " + STATUS + " = ?")
                + (cursor == null ? "" : " and (s.changed_at, s.stream_id) < (?, ?)")
                + ORDER;
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            int i = 1;
            if (status != null) {
                query.setObject(i++, now.atOffset(ZoneOffset.UTC));
                query.setString(i++, status.toString());
            }
            if (cursor != null) {
                query.setObject(i++, cursor.at().atOffset(ZoneOffset.UTC));
                query.setString(i++, cursor.id());
            }
            query.setInt(i, limit + 1);
            try (var row = query.executeQuery()) {
                var views = new ArrayList<ConsentView>();
                @Nullable Cursor last = null;
                while (row.next()) {
                    if (views.size() == limit) {
                        return new Page(views, last == null ? null : last.text());
                    }
                    views.add(view(row, now));
                    last = new Cursor(row.getTimestamp(3).toInstant(), row.getString(1));
                }
                return new Page(views, null);
            }
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }

    /** How many requests stand where. */
    Map<ConsentStatus, Long> counts(Instant now) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select " + STATUS
                        + ", count(*) from journal_stream s where s.consent_status is not null group by 1")) {
            query.setObject(1, now.atOffset(ZoneOffset.UTC));
            var counts = new EnumMap<ConsentStatus, Long>(ConsentStatus.class);
            for (var status : ConsentStatus.values()) {
                counts.put(status, 0L);
            }
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    counts.put(
                            ConsentStatus.valueOf(row.getString(1).toUpperCase(java.util.Locale.ROOT)), row.getLong(2));
                }
            }
            return counts;
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }

    private ConsentView view(ResultSet row, Instant now) throws SQLException {
        var number = row.getLong(4);
        return ConsentView.of(consents.state(row.getString(2)), row.wasNull() ? null : "TKT-" + number, now);
    }
}
