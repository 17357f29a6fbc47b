package groundswell.insights.queues;

import groundswell.insights.Load;
import groundswell.insights.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Adds up a team's shards and looks the longest waiting customer up in the index: its cost does not grow with the queues. */
@ApplicationScoped
public class QueuesInDatabase implements Queue.Source {
    private static final String ALL = """
            select q.team, q.open, q.unassigned, q.pending, w.waiting_since
            from (select coalesce(n.team, t.code) as team, coalesce(sum(open), 0) as open,
                    coalesce(sum(unassigned), 0) as unassigned, coalesce(sum(pending), 0) as pending
                from insights_queue n full join insights_team t on t.code = n.team group by 1
                having coalesce(sum(open), 0) <> 0 or bool_or(t.code is not null)) q
            left join lateral (select waiting_since from insights_ticket t
                where t.team = q.team and t.waiting_since is not null and t.counted order by t.waiting_since limit 1) w on true""";

    private final DataSource database;

    QueuesInDatabase(DataSource database) {
        this.database = database;
    }

    /** Every team that is defined or has tickets, worst first. */
    @Override
    public List<Queue> queues() {
        var queues = new ArrayList<Queue>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ALL);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                var load = new Load(rows.getLong("open"), rows.getLong("unassigned"), rows.getLong("pending"));
                var since = rows.getTimestamp("waiting_since");
                queues.add(new Queue(rows.getString("team"), load, since == null ? null : since.toInstant()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The queues could not be read", e);
        }
        queues.sort(Queue.WORST_FIRST);
        return queues;
    }
}
