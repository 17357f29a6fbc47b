package groundswell.consent.expiring;

import groundswell.consent.ConsentCommand.ExpireConsent;
import groundswell.consent.journal.ConsentJournal;
import groundswell.consent.journal.DatabaseAway;
import groundswell.journal.Cause;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Policy: a question nobody answered and a permission past its day end. Every replica may run it: the rules look again,
 * and what has been noted once is not noted twice. Nothing depends on it being punctual, as each use checks for itself.
 */
@ApplicationScoped
class WhenTimeIsUpThenExpire {
    private static final int AT_ONCE = 500;

    private final DataSource database;
    private final ConsentJournal consents;
    private final Clock clock;

    WhenTimeIsUpThenExpire(DataSource database, ConsentJournal consents, Clock clock) {
        this.database = database;
        this.consents = consents;
        this.clock = clock;
    }

    @Scheduled(
            every = "${groundswell.consent.expire-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        var now = clock.instant();
        for (var requestId : due(now)) {
            consents.handle(
                    requestId,
                    new ExpireConsent(now),
                    Cause.of("policy:expiry", UUID.randomUUID().toString()));
        }
    }

    private List<UUID> due(Instant now) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select stream_id from journal_stream where ends_at <= ? order by ends_at limit " + AT_ONCE)) {
            query.setObject(1, now.atOffset(ZoneOffset.UTC));
            var found = new ArrayList<UUID>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(UUID.fromString(row.getString(1)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }
}
