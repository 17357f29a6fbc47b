package groundswell.insights.counting;

import groundswell.insights.Names;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import javax.sql.DataSource;

/** The names as last published; some dozens of rows. */
@ApplicationScoped
public class NamesInDatabase implements Names.Source {
    private static final String ALL = "select true as is_theme, code, name, team from insights_theme"
            + " union all select false, code, name, null from insights_team";

    private final DataSource database;

    NamesInDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public Names names() {
        var names = new Names(new HashMap<>(), new HashMap<>(), new HashMap<>());
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ALL);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                if (rows.getBoolean("is_theme")) {
                    names.themes().put(rows.getString("code"), rows.getString("name"));
                    names.teamOfTheme().put(rows.getString("code"), rows.getString("team"));
                } else {
                    names.teams().put(rows.getString("code"), rows.getString("name"));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("The names could not be read", e);
        }
    }
}
