package groundswell.insights.counting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Themes that were merged: their tickets count under the theme that took them, those of last year too (row I1), and launches and fixes follow. While
 * history is restated nobody counts; else a ticket that is being classified could slip through under the old code.
 */
final class Restating {
    /** Any number that no other lock of this database uses. A rebuild counts in a schema, and under a lock, of its own. */
    private static final int LOCK = 74_185_296;

    private static final String NOTE = """
            insert into insights_theme_successor (code, successor) select * from unnest(?::text[], ?::text[])
            on conflict (code) do update set successor = excluded.successor
            where insights_theme_successor.successor <> excluded.successor""";

    private static final String MOVE_TICKETS = """
            update insights_ticket t set read_theme = s.successor,
                read_secondary = array_remove(t.read_secondary, s.successor)
            from insights_theme_successor s where t.theme = s.code""";

    private static final String MOVE_SECONDARY = """
            update insights_ticket t set read_secondary = array(
                select distinct coalesce(s.successor, code) collate "C" as theme from unnest(t.read_secondary) code
                left join insights_theme_successor s using (code) where coalesce(s.successor, code) <> t.theme order by theme)
            where t.read_secondary <> '{}'
                and t.read_secondary && (select array_agg(code) from insights_theme_successor)""";

    private static final String MOVE_COUNTS = """
            with moved as (
                delete from insights_count c using insights_theme_successor s where c.theme = s.code
                returning c.measure, c.grain, c.starts, s.successor as theme, c.team, c.channel, c.plan, c.history, c.tickets
            ), noted as (
                insert into insights_count_change as n (shard, since, changes)
                select ?, min(starts), 1 from moved having count(*) > 0
                on conflict (shard) do update set since = least(n.since, excluded.since), changes = n.changes + 1
            ), touched as (
                insert into insights_day_version as v (measure, day, shard, version)
                select distinct measure, date_trunc('day', starts, 'UTC'), ?, 1 from moved
                on conflict (measure, day, shard) do update set version = v.version + 1, changed_at = clock_timestamp()
            )
            insert into insights_count as c (measure, grain, starts, theme, team, channel, plan, history, tickets)
            select measure, grain, starts, theme, team, channel, plan, history, sum(tickets) from moved
            group by 1, 2, 3, 4, 5, 6, 7, 8
            on conflict (measure, grain, starts, theme, team, channel, plan, history)
            do update set tickets = c.tickets + excluded.tickets""";

    private static final String MOVE_MARKERS = """
            update insights_marker m set version = version + 1, themes = (
                select array_agg(distinct coalesce(s.successor, theme)) from unnest(m.themes) theme
                left join insights_theme_successor s on s.code = theme)
            where exists (select from insights_theme_successor s where s.code = any (m.themes))""";

    /** Taken before any row is, so that nobody who holds a row waits for it. */
    static void alone(Connection connection) throws SQLException {
        lock(connection, "select pg_advisory_xact_lock(?, hashtext(current_schema()))");
    }

    static void together(Connection connection) throws SQLException {
        lock(connection, "select pg_advisory_xact_lock_shared(?, hashtext(current_schema()))");
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (var lock = connection.prepareStatement(sql)) {
            lock.setInt(1, LOCK);
            lock.execute();
        }
    }

    static void apply(Connection connection, Map<String, String> successors, int shard) throws SQLException {
        if (successors.isEmpty()) {
            return;
        }
        try (var note = connection.prepareStatement(NOTE)) {
            note.setArray(
                    1, connection.createArrayOf("text", successors.keySet().toArray()));
            note.setArray(
                    2, connection.createArrayOf("text", successors.values().toArray()));
            if (note.executeUpdate() == 0) {
                return;
            }
        }
        try (var tickets = connection.prepareStatement(MOVE_TICKETS);
                var secondary = connection.prepareStatement(MOVE_SECONDARY);
                var counts = connection.prepareStatement(MOVE_COUNTS)) {
            tickets.executeUpdate();
            secondary.executeUpdate();
            moveMarkers(connection);
            counts.setInt(1, shard);
            counts.setInt(2, shard);
            counts.executeUpdate();
        }
    }

    /** Launches and fixes are not counted, so a rebuild has none. */
    private static void moveMarkers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('insights_marker') is not null")) {
            row.next();
            if (row.getBoolean(1)) {
                statement.executeUpdate(MOVE_MARKERS);
            }
        }
    }

    static Map<String, String> successors(Connection connection) throws SQLException {
        var successors = new HashMap<String, String>();
        try (var query = connection.prepareStatement("select code, successor from insights_theme_successor");
                var row = query.executeQuery()) {
            while (row.next()) {
                successors.put(row.getString(1), row.getString(2));
            }
        }
        return successors;
    }

    private Restating() {}
}
