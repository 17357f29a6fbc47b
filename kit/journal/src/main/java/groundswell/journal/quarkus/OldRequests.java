package groundswell.journal.quarkus;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Idempotency keys are promised for 24 hours; after 48 they are forgotten. Natural keys never are. */
@Singleton
class OldRequests {
    private static final Logger LOG = Logger.getLogger(OldRequests.class);

    private final DataSource database;

    OldRequests(DataSource database) {
        this.database = database;
    }

    @Scheduled(every = "1h", delayed = "10m", identity = "old-requests")
    void forget() {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "delete from journal_request where at < clock_timestamp() - interval '48 hours'")) {
            delete.executeUpdate();
        } catch (SQLException e) {
            LOG.warnf("Old requests could not be forgotten: SQLSTATE %s", e.getSQLState());
        }
    }
}
