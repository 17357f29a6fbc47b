package groundswell.journal.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks the database for the lag of every slot, whoever owns it: two index probes per slot. */
final class RelayLag {
    private static final String LAG = """
            select r.partition, greatest(coalesce(last.position, 0) - r.relayed, 0),
                   coalesce(extract(epoch from clock_timestamp() - oldest.recorded_at) * 1000, 0)::bigint, r.owner, r.refused
            from journal_relay r
            left join lateral (select e.position from journal_event e where e.topic = r.topic
                and e.partition = r.partition order by e.position desc limit 1) last on true
            left join lateral (select e.recorded_at from journal_event e where e.topic = r.topic
                and e.partition = r.partition and e.position = r.relayed + 1 limit 1) oldest on true
            where r.topic = ? order by r.partition""";

    static List<SlotLag> measure(Connection connection, String topic) throws SQLException {
        try (var select = connection.prepareStatement(LAG)) {
            select.setString(1, topic);
            var lags = new ArrayList<SlotLag>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    lags.add(new SlotLag(
                            rows.getInt(1),
                            rows.getLong(2),
                            Duration.ofMillis(Math.max(0, rows.getLong(3))),
                            rows.getString(4),
                            rows.getString(5)));
                }
            }
            return List.copyOf(lags);
        }
    }

    private RelayLag() {}
}
