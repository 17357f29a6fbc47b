package groundswell.insights.counting.rebuild;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of rebuilds without Hibernate, for a house that has none. */
final class WantedRebuilds extends Rebuilds {
    private final DataSource database;

    @SuppressWarnings("NullAway") // what it would be for is overridden
    WantedRebuilds(DataSource database) {
        super(null, null);
        this.database = database;
    }

    @Override
    Optional<UUID> running() {
        try (var connection = database.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("select id from insights_rebuild where state = 'running'")) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        } catch (SQLException connectionCut) {
            return Optional.empty();
        }
    }

    @Override
    boolean progress(UUID id, long events, long ofEvents) {
        return running().filter(id::equals).isPresent();
    }

    @Override
    boolean end(UUID id, String state, @Nullable String message) {
        try (var connection = database.getConnection();
                var end = connection.prepareStatement(
                        "update insights_rebuild set state = ?, message = ? where id = ? and state = 'running'")) {
            end.setString(1, state);
            end.setString(2, message);
            end.setObject(3, id);
            return end.executeUpdate() == 1;
        } catch (SQLException connectionCut) {
            return false;
        }
    }
}
