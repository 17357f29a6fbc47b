package groundswell.insights.escalations;

import groundswell.insights.Comparison;
import groundswell.journal.SqlFailure;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Adds up what is escalated. It is rare, so the tickets themselves are read. */
@Singleton
class GapReader {
    private static final String SUM = """
            select theme, escalation, count(*) filter (where escalated_at >= ?::timestamptz) as tickets,
                count(*) filter (where escalated_at < ?::timestamptz) as before,
                (select count(distinct i.requester_id) from insights_ticket i where i.theme = t.theme
                    and i.escalated_at >= ?::timestamptz and i.escalated_at < ?::timestamptz and i.counted) as customers
            from insights_ticket t where escalated_at >= ?::timestamptz and escalated_at < ?::timestamptz and counted
            group by theme, escalation order by theme, escalation""";

    private final DataSource database;

    GapReader(DataSource database) {
        this.database = database;
    }

    /** The most tickets first; also themes that only the window before had. */
    List<Gap> gaps(Comparison comparison) {
        var from = comparison.span().from().toString();
        var to = comparison.span().to().toString();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(SUM)) {
            query.setString(1, from);
            query.setString(2, from);
            query.setString(3, from);
            query.setString(4, to);
            query.setString(5, comparison.before().from().toString());
            query.setString(6, to);
            var gaps = new HashMap<String, Gap>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var theme = row.getString("theme");
                    var before = row.getLong("before");
                    var known = gaps.getOrDefault(theme, new Gap(theme, Map.of(), 0, row.getLong("customers")));
                    var tickets = row.getLong("tickets");
                    var more = tickets == 0 ? known : known.and(row.getString("escalation"), tickets);
                    gaps.put(theme, new Gap(theme, more.byReason(), known.before() + before, known.customers()));
                }
            }
            return gaps.values().stream()
                    .sorted(Comparator.comparingLong((Gap gap) -> -gap.tickets())
                            .thenComparing(Gap::theme))
                    .toList();
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "What support can’t resolve could not be read");
        }
    }
}
