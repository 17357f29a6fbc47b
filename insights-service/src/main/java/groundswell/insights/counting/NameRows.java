package groundswell.insights.counting;

import groundswell.insights.NameFact;
import groundswell.insights.NameFact.TaxonomyPublished;
import groundswell.insights.NameFact.TeamDefined;
import groundswell.insights.NameFact.Theme;
import java.sql.Connection;
import java.sql.SQLException;

/** The tables of names. */
final class NameRows {
    /** A theme that a later version dropped keeps its last name: old counts still carry its code. */
    private static final String THEMES = """
            insert into insights_theme as t (code, name, team, version)
            select code, name, team, ? from unnest(?::text[], ?::text[], ?::text[]) v (code, name, team) order by code
            on conflict (code) do update set name = excluded.name, team = excluded.team, version = excluded.version
            where t.version <= excluded.version""";

    private static final String TEAM =
            "insert into insights_team values (?, ?) on conflict (code) do update set name = excluded.name";

    static void put(Connection connection, NameFact fact) throws SQLException {
        switch (fact) {
            case TaxonomyPublished taxonomy -> {
                try (var put = connection.prepareStatement(THEMES)) {
                    put.setInt(1, taxonomy.version());
                    put.setArray(2, column(connection, taxonomy, Theme::code));
                    put.setArray(3, column(connection, taxonomy, Theme::name));
                    put.setArray(4, column(connection, taxonomy, Theme::team));
                    put.executeUpdate();
                }
            }
            case TeamDefined team -> {
                try (var put = connection.prepareStatement(TEAM)) {
                    put.setString(1, team.team());
                    put.setString(2, team.name());
                    put.executeUpdate();
                }
            }
        }
    }

    private static java.sql.Array column(
            Connection connection, TaxonomyPublished taxonomy, java.util.function.Function<Theme, String> field)
            throws SQLException {
        return connection.createArrayOf(
                "text", taxonomy.themes().stream().map(field).toArray());
    }

    private NameRows() {}
}
