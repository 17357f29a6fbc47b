package groundswell.routing.team;

import groundswell.journal.SqlFailure;
import groundswell.routing.PeopleNames;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Names in {@code person_name}; one that this instance has written is not written again. */
@Singleton
class StoredNames implements PeopleNames {
    private final DataSource database;
    private final Map<UUID, String> met = new ConcurrentHashMap<>();

    StoredNames(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<UUID, String> known() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select person_id, name from person_name");
                var row = query.executeQuery()) {
            var names = new HashMap<UUID, String>();
            while (row.next()) names.put(row.getObject(1, UUID.class), row.getString(2));
            return names;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    @Override
    public void meet(UUID person, String name) {
        if (name.equals(met.get(person))) return;
        try (var connection = database.getConnection();
                var put = connection.prepareStatement("insert into person_name (person_id, name) values (?, ?)"
                        + " on conflict (person_id) do update set name = excluded.name")) {
            put.setObject(1, person);
            put.setString(2, name);
            put.executeUpdate();
            met.put(person, name);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
