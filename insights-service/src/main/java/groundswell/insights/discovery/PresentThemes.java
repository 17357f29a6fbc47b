package groundswell.insights.discovery;

import groundswell.journal.SqlFailure;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The themes of the newest taxonomy that we have heard of, without those that were merged or split. */
@Singleton
public class PresentThemes {
    private static final String PRESENT = """
            select code, name from insights_theme
            where version = (select max(version) from insights_theme) order by lower(name), code""";

    private final DataSource database;

    PresentThemes(DataSource database) {
        this.database = database;
    }

    /** Names by code, in the order in which people look for them. */
    Map<String, String> names() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(PRESENT);
                var row = query.executeQuery()) {
            var names = new LinkedHashMap<String, String>();
            while (row.next()) {
                names.put(row.getString(1), row.getString(2));
            }
            return names;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The themes could not be read");
        }
    }
}
