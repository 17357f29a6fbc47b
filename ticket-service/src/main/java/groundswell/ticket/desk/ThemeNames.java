package groundswell.ticket.desk;

import groundswell.journal.SqlFailure;
import groundswell.ui.Ui;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What to call a theme: as routing-service's taxonomy does, or by its code where that has not been heard. */
@ApplicationScoped
public class ThemeNames {
    private final DataSource database;

    ThemeNames(DataSource database) {
        this.database = database;
    }

    public String of(String code) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select name from theme_name where code = ?")) {
            query.setString(1, code);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getString(1) : Ui.words(code);
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
