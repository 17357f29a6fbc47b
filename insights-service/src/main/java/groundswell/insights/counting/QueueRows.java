package groundswell.insights.counting;

import groundswell.insights.Load;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;

/** The table of live tickets per team. */
final class QueueRows {
    private static final String ADD = """
            insert into insights_queue as q (team, shard, open, unassigned, pending)
            select * from unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[]) order by 1, 2
            on conflict (team, shard) do update set open = q.open + excluded.open,
                unassigned = q.unassigned + excluded.unassigned, pending = q.pending + excluded.pending""";

    static void add(Connection connection, int shard, SortedMap<String, Load> queues) throws SQLException {
        if (queues.isEmpty()) {
            return;
        }
        try (var add = connection.prepareStatement(ADD)) {
            var columns = new Columns<>(connection, add, queues.entrySet());
            columns.add("text", Map.Entry::getKey);
            columns.add("int", _ -> shard);
            columns.add("bigint", queue -> queue.getValue().open());
            columns.add("bigint", queue -> queue.getValue().unassigned());
            columns.add("bigint", queue -> queue.getValue().pending());
            add.executeUpdate();
        }
    }

    private QueueRows() {}
}
