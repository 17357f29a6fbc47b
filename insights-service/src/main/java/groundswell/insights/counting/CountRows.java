package groundswell.insights.counting;

import groundswell.insights.Cell;
import groundswell.insights.Changes;
import groundswell.insights.CountedDay;
import groundswell.insights.Grain;
import groundswell.insights.TagCell;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The table of counts. */
final class CountRows {
    private static final String ADD = """
            insert into insights_count as c (measure, grain, starts, theme, team, channel, plan, history, tickets)
            select * from unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::bigint[]) order by 1, 2, 3, 4, 5, 6, 7, 8
            on conflict (measure, grain, starts, theme, team, channel, plan, history)
            do update set tickets = c.tickets + excluded.tickets""";

    private static final String ADD_TAGS = """
            insert into insights_tag_count as c (tag, starts, tickets)
            select * from unnest(?::text[], ?::timestamptz[], ?::bigint[]) order by 2, 1
            on conflict (starts, tag) do update set tickets = c.tickets + excluded.tickets""";

    private static final String NOTE = """
            insert into insights_count_change as c (shard, since, changes) values (?, ?::timestamptz, 1)
            on conflict (shard) do update set since = least(c.since, excluded.since), changes = c.changes + 1""";

    private static final String TOUCH = """
            insert into insights_day_version as v (measure, day, shard, version)
            select measure, day, ?, 1 from unnest(?::text[], ?::timestamptz[]) t (measure, day) order by 1, 2
            on conflict (measure, day, shard) do update set version = v.version + 1, changed_at = clock_timestamp()""";

    private record Difference(Grain grain, Cell cell, long tickets) {}

    static void add(Connection connection, int shard, Changes changes) throws SQLException {
        var differences = new ArrayList<Difference>();
        for (Map.Entry<Cell, Long> day : changes.days().entrySet()) {
            differences.add(new Difference(Grain.DAY, day.getKey(), day.getValue()));
        }
        for (Map.Entry<Cell, Long> quarter : changes.quarters().entrySet()) {
            differences.add(new Difference(Grain.QUARTER, quarter.getKey(), quarter.getValue()));
        }
        if (!differences.isEmpty()) {
            add(connection, differences);
        }
        if (!changes.tags().isEmpty()) {
            addTags(connection, changes.tags().entrySet());
        }
        if (!changes.touchedDays().isEmpty()) {
            touch(connection, shard, changes.touchedDays());
        }
    }

    private static void addTags(Connection connection, Collection<Map.Entry<TagCell, Long>> differences)
            throws SQLException {
        try (var add = connection.prepareStatement(ADD_TAGS)) {
            var columns = new Columns<>(connection, add, differences);
            columns.add("text", d -> d.getKey().tag());
            columns.add("timestamptz", d -> d.getKey().quarter());
            columns.add("bigint", Map.Entry::getValue);
            add.executeUpdate();
        }
    }

    /** Whoever remembers sums of these days is to read them again. */
    private static void touch(Connection connection, int shard, Collection<CountedDay> days) throws SQLException {
        try (var touch = connection.prepareStatement(TOUCH)) {
            touch.setInt(1, shard);
            touch.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            days.stream().map(day -> day.measure().code()).toArray()));
            touch.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            days.stream().map(day -> day.day().toString()).toArray()));
            touch.executeUpdate();
        }
    }

    /** Notes how far back counts have changed, for whoever draws conclusions from them. */
    static void note(Connection connection, int shard, Changes changes) throws SQLException {
        var from = changes.openedFrom();
        if (from.isPresent()) {
            try (var note = connection.prepareStatement(NOTE)) {
                note.setInt(1, shard);
                note.setString(2, from.get().toString());
                note.executeUpdate();
            }
        }
    }

    private static void add(Connection connection, List<Difference> differences) throws SQLException {
        try (var add = connection.prepareStatement(ADD)) {
            var columns = new Columns<>(connection, add, differences);
            columns.add("text", d -> d.cell().measure().code());
            columns.add("text", d -> d.grain().code());
            columns.add("timestamptz", d -> d.cell().quarter());
            columns.add("text", d -> d.cell().where().theme());
            columns.add("text", d -> d.cell().where().team());
            columns.add("text", d -> d.cell().where().channel());
            columns.add("text", d -> d.cell().where().plan());
            columns.add("text", d -> d.cell().where().history());
            columns.add("bigint", Difference::tickets);
            add.executeUpdate();
        }
    }

    private CountRows() {}
}
