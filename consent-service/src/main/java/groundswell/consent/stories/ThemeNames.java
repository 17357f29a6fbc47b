package groundswell.consent.stories;

import groundswell.consent.journal.DatabaseAway;
import groundswell.ui.Ui;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** What to call a theme: as routing-service's taxonomy does, or by its code where that has not been heard. */
@ApplicationScoped
public class ThemeNames {
    private final DataSource database;

    ThemeNames(DataSource database) {
        this.database = database;
    }

    /** @param byCode in the order of the names */
    public record Names(Map<String, String> byCode) {
        public String of(String code) {
            return byCode.getOrDefault(code, Ui.words(code));
        }
    }

    public Names all() {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement("select code, name from theme_name order by lower(name), code");
                var row = query.executeQuery()) {
            var names = new LinkedHashMap<String, String>();
            while (row.next()) {
                names.put(row.getString(1), row.getString(2));
            }
            return new Names(names);
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }
}
