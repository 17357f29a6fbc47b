package groundswell.insights;

import groundswell.journal.seal.SubjectKeys;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** People with a key, for tests. */
@Singleton
public class Customers {
    private final DataSource database;
    private final SubjectKeys keys;

    Customers(DataSource database, SubjectKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    public UUID another() throws SQLException {
        var id = UUID.randomUUID();
        try (var connection = database.getConnection()) {
            keys.create(connection, List.of(id));
        }
        return id;
    }

    public void erase(UUID customer) throws SQLException {
        try (var connection = database.getConnection()) {
            keys.erase(connection, customer);
        }
        keys.forget(customer);
    }
}
