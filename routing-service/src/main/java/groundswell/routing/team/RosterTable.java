package groundswell.routing.team;

import groundswell.routing.Roster;
import groundswell.routing.Roster.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.UUID;

/** The rows of {@code team_member}. */
final class RosterTable {
    private final Connection connection;

    RosterTable(Connection connection) {
        this.connection = connection;
    }

    /** Changes take turns on the teams' rows; a decision about a ticket needs none of them and does not wait. */
    void lock() throws SQLException {
        try (var lock = connection.prepareStatement("select code from team order by code for no key update")) {
            lock.execute();
        }
    }

    Roster read() throws SQLException {
        var places = new HashMap<UUID, Place>();
        try (var query = connection.prepareStatement("select person_id, team, time_zone, hours from team_member");
                var row = query.executeQuery()) {
            while (row.next()) {
                places.put(
                        row.getObject(1, UUID.class),
                        new Place(row.getString(2), row.getString(3), Hours.read(row.getString(4))));
            }
        }
        return new Roster(places);
    }

    /** Only what differs. */
    void write(Roster before, Roster after) throws SQLException {
        try (var put = connection.prepareStatement("insert into team_member (person_id, team, time_zone, hours)"
                        + " values (?, ?, ?, ?::jsonb) on conflict (person_id) do update set team = excluded.team,"
                        + " time_zone = excluded.time_zone, hours = excluded.hours");
                var remove = connection.prepareStatement("delete from team_member where person_id = ?")) {
            for (var entry : after.places().entrySet()) {
                if (entry.getValue().equals(before.places().get(entry.getKey()))) continue;
                put.setObject(1, entry.getKey());
                put.setString(2, entry.getValue().team());
                put.setString(3, entry.getValue().timeZone());
                put.setString(4, Hours.write(entry.getValue().hours()));
                put.addBatch();
            }
            for (var person : before.places().keySet()) {
                if (after.of(person).isPresent()) continue;
                remove.setObject(1, person);
                remove.addBatch();
            }
            put.executeBatch();
            remove.executeBatch();
        }
    }
}
