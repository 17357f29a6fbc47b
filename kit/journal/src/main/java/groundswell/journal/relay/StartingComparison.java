package groundswell.journal.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.IntStream;

/** Every replica compares every slot before its first append; later only the owner of a slot does. */
record StartingComparison(RelaySettings settings, SlotGuard guard) {
    void compare(Connection connection) throws SQLException {
        var all = IntStream.range(0, settings.partitions())
                .mapToObj(partition -> new Lease(partition, 0, 0))
                .toList();
        new TopicComparison(settings).compare(connection, all).forEach((partition, verdict) -> {
            switch (verdict) {
                case Verdict.GoOnAfter _ -> guard.allow(partition);
                case Verdict.Refuse refuse -> guard.refuse(partition, refuse.sentence());
            }
        });
    }
}
