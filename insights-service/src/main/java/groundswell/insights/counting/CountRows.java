package groundswell.insights.counting;

import groundswell.insights.Cell;
import groundswell.insights.Changes;
import groundswell.insights.Grain;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of counts. */
final class CountRows {
    private static final String ADD = """
            insert into insights_count as c (measure, grain, starts, theme, team, channel, plan, tickets)
            select * from unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::bigint[]) order by 1, 2, 3, 4, 5, 6, 7
            on conflict (measure, grain, starts, theme, team, channel, plan)
            do update set tickets = c.tickets + excluded.tickets""";

    private record Difference(Grain grain, Cell cell, long tickets) {}

    static void add(Connection connection, Changes changes) throws SQLException {
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
            columns.add("bigint", Difference::tickets);
            add.executeUpdate();
        }
    }

    private CountRows() {}
}
