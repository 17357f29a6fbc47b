package groundswell.routing.team;

import groundswell.routing.DealingRules;
import groundswell.routing.DealingRules.Mode;
import groundswell.routing.Roster;
import groundswell.routing.Roster.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        try (var query = connection.prepareStatement(
                        "select person_id, team, time_zone, hours, capacity, skills from team_member");
                var row = query.executeQuery()) {
            while (row.next()) {
                places.put(
                        row.getObject(1, UUID.class),
                        new Place(
                                row.getString(2),
                                row.getString(3),
                                Hours.read(row.getString(4)),
                                row.getInt(5),
                                List.of((String[]) row.getArray(6).getArray())));
            }
        }
        return new Roster(places);
    }

    Map<String, DealingRules> dealing() throws SQLException {
        var rules = new HashMap<String, DealingRules>();
        try (var query = connection.prepareStatement("select code, dealing, relax_minutes, return_minutes from team");
                var row = query.executeQuery()) {
            while (row.next()) {
                rules.put(
                        row.getString(1),
                        new DealingRules(
                                Mode.valueOf(row.getString(2).toUpperCase(Locale.ROOT)), row.getInt(3), row.getInt(4)));
            }
        }
        return rules;
    }

    void write(String team, DealingRules rules) throws SQLException {
        try (var update = connection.prepareStatement(
                "update team set dealing = ?, relax_minutes = ?, return_minutes = ? where code = ?")) {
            update.setString(1, rules.mode().toString());
            update.setInt(2, rules.relaxAfterMinutes());
            update.setInt(3, rules.returnAfterMinutes());
            update.setString(4, team);
            update.executeUpdate();
        }
    }

    /** Only what differs. */
    void write(Roster before, Roster after) throws SQLException {
        try (var put = connection.prepareStatement(
                        "insert into team_member (person_id, team, time_zone, hours, capacity, skills)"
                                + " values (?, ?, ?, ?::jsonb, ?, ?) on conflict (person_id) do update set team = excluded.team,"
                                + " time_zone = excluded.time_zone, hours = excluded.hours, capacity = excluded.capacity,"
                                + " skills = excluded.skills");
                var back = connection.prepareStatement("delete from departed where person_id = ?");
                var left = connection.prepareStatement(
                        "insert into departed (person_id, at) values (?, clock_timestamp()) on conflict do nothing");
                var remove = connection.prepareStatement("delete from team_member where person_id = ?")) {
            for (var entry : after.places().entrySet()) {
                if (entry.getValue().equals(before.places().get(entry.getKey()))) continue;
                put.setObject(1, entry.getKey());
                put.setString(2, entry.getValue().team());
                put.setString(3, entry.getValue().timeZone());
                put.setString(4, Hours.write(entry.getValue().hours()));
                put.setInt(5, entry.getValue().capacity());
                put.setArray(
                        6,
                        connection.createArrayOf(
                                "text", entry.getValue().skills().toArray()));
                put.addBatch();
                back.setObject(1, entry.getKey());
                back.addBatch();
            }
            for (var person : before.places().keySet()) {
                if (after.of(person).isPresent()) continue;
                remove.setObject(1, person);
                remove.addBatch();
                left.setObject(1, person);
                left.addBatch();
            }
            put.executeBatch();
            back.executeBatch();
            left.executeBatch();
            remove.executeBatch();
        }
    }
}
