package groundswell.insights.discovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the unclear texts are grouped: all of them, or an even sample where there are many. It stays the same while texts
 * come and go, since a group of other texts each time would not last.
 */
final class UnclearSample {
    /** Memory is some 6 kB a text while they are grouped. */
    static final int MOST = 10_000;

    /** Ids may be in the order of time, their hashes are not: neither new texts nor old ones are preferred. */
    private static final String SAMPLE = """
            select t.ticket_id, e.model
            from insights_ticket t join insights_text x on x.ticket_id = t.ticket_id and x.subject_box is not null
            left join insights_encoded e on e.ticket_id = t.ticket_id
            where t.opened_at >= ?::timestamptz and t.read_confidence < 0.5 and t.counted
                and not exists (select from insights_discovery_ticket m join insights_discovery d on d.id = m.discovery_id
                    where m.ticket_id = t.ticket_id and d.theme is not null)
            order by md5(t.ticket_id::text), t.ticket_id limit ?""";

    /** @param model that has encoded it; null until one has */
    record Sampled(UUID ticketId, @Nullable String model) {}

    static List<Sampled> of(Connection connection, Instant since) throws SQLException {
        try (var query = connection.prepareStatement(SAMPLE)) {
            query.setString(1, since.toString());
            query.setInt(2, MOST);
            var sampled = new ArrayList<Sampled>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    sampled.add(new Sampled(row.getObject(1, UUID.class), row.getString(2)));
                }
            }
            return sampled;
        }
    }

    private UnclearSample() {}
}
