package groundswell.journal.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Shares the slots among the living replicas, on the database's clock. Every statement stands alone and locks either
 * rows of this owner or free rows that no one else is taking ({@code skip locked}), so replicas never wait for each other.
 */
final class Leases {
    private final RelaySettings settings;

    Leases(RelaySettings settings) {
        this.settings = settings;
    }

    /** Says that this replica lives and returns how many slots it should have: none differs by more than one. */
    int share(Connection connection) throws SQLException {
        try (var beat = connection.prepareStatement("""
                insert into journal_instance (topic, owner, alive_until)
                values (?, ?, clock_timestamp() + ? * interval '1 millisecond')
                on conflict (topic, owner) do update set alive_until = excluded.alive_until""")) {
            beat.setString(1, settings.topic());
            beat.setString(2, settings.owner());
            beat.setLong(3, settings.lease().toMillis());
            beat.executeUpdate();
        }
        var owners = owners(connection);
        var share = settings.partitions() / owners.size();
        return owners.indexOf(settings.owner()) < settings.partitions() % owners.size() ? share + 1 : share;
    }

    private List<String> owners(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
                select owner from journal_instance
                where topic = ? and (alive_until > clock_timestamp() or owner = ?) order by owner""")) {
            select.setString(1, settings.topic());
            select.setString(2, settings.owner());
            var owners = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    owners.add(rows.getString(1));
                }
            }
            return owners;
        }
    }

    /** Prolongs what is held; what is missing from the answer has been taken by someone else. */
    Set<Integer> renew(Connection connection, Collection<Slot> held) throws SQLException {
        try (var update = connection.prepareStatement("""
                update journal_relay set lease_until = clock_timestamp() + ? * interval '1 millisecond'
                where topic = ? and owner = ?
                  and (partition, fence) in (select * from unnest(?::int[], ?::bigint[]))
                returning partition""")) {
            update.setLong(1, settings.lease().toMillis());
            update.setString(2, settings.topic());
            update.setString(3, settings.owner());
            bind(update, 4, held);
            var kept = new HashSet<Integer>();
            try (var rows = update.executeQuery()) {
                while (rows.next()) {
                    kept.add(rows.getInt(1));
                }
            }
            return kept;
        }
    }

    /** Takes up to {@code most} slots that are free, expired, or ours from before a break. */
    List<Lease> take(Connection connection, Collection<Slot> held, int most) throws SQLException {
        try (var update = connection.prepareStatement("""
                update journal_relay r set owner = ?, fence = r.fence + 1,
                    lease_until = clock_timestamp() + ? * interval '1 millisecond'
                from (select partition from journal_relay
                      where topic = ? and partition <> all (?::int[])
                        and (owner is null or owner = ? or lease_until < clock_timestamp())
                      order by partition limit ? for update skip locked) free
                where r.topic = ? and r.partition = free.partition
                returning r.partition, r.fence, r.relayed""")) {
            update.setString(1, settings.owner());
            update.setLong(2, settings.lease().toMillis());
            update.setString(3, settings.topic());
            update.setArray(
                    4,
                    connection.createArrayOf(
                            "int4", held.stream().map(slot -> slot.partition).toArray()));
            update.setString(5, settings.owner());
            update.setInt(6, most);
            update.setString(7, settings.topic());
            return leases(update);
        }
    }

    private static List<Lease> leases(PreparedStatement update) throws SQLException {
        var taken = new ArrayList<Lease>();
        try (ResultSet rows = update.executeQuery()) {
            while (rows.next()) {
                taken.add(new Lease(rows.getInt(1), rows.getLong(2), rows.getLong(3)));
            }
        }
        return taken;
    }

    void release(Connection connection, Collection<Slot> given) throws SQLException {
        try (var update = connection.prepareStatement("""
                update journal_relay set owner = null, lease_until = '-infinity'
                where topic = ? and owner = ?
                  and (partition, fence) in (select * from unnest(?::int[], ?::bigint[]))""")) {
            update.setString(1, settings.topic());
            update.setString(2, settings.owner());
            bind(update, 3, given);
            update.executeUpdate();
        }
    }

    /** A clean stop: the others take over at their next round. Also clears away replicas long gone. */
    void leave(Connection connection) throws SQLException {
        try (var delete = connection.prepareStatement("""
                delete from journal_instance
                where topic = ? and (owner = ? or alive_until < clock_timestamp() - interval '1 hour')""")) {
            delete.setString(1, settings.topic());
            delete.setString(2, settings.owner());
            delete.executeUpdate();
        }
    }

    static void bind(PreparedStatement statement, int from, Collection<Slot> slots) throws SQLException {
        var connection = statement.getConnection();
        statement.setArray(
                from,
                connection.createArrayOf(
                        "int4", slots.stream().map(slot -> slot.partition).toArray()));
        statement.setArray(
                from + 1,
                connection.createArrayOf(
                        "int8", slots.stream().map(slot -> slot.fence).toArray()));
    }
}
