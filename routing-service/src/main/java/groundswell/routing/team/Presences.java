package groundswell.routing.team;

import groundswell.journal.Cause;
import groundswell.journal.Journal;
import groundswell.journal.Outcome;
import groundswell.journal.SqlFailure;
import groundswell.journal.Submission;
import groundswell.journal.inbox.OwnTransaction;
import groundswell.routing.PresenceBook;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import groundswell.routing.TeamEvent.PresenceChanged;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Who is away: the row and the event that tells of it are one transaction. */
@Singleton
class Presences implements PresenceBook {
    private final DataSource database;
    private final Journal<RoutingEvent, RoutingState, RoutingEvent> journal;
    private final Clock clock;

    Presences(DataSource database, Journal<RoutingEvent, RoutingState, RoutingEvent> journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Map<UUID, Instant> away() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select person_id, since from presence where not present");
                var row = query.executeQuery()) {
            var away = new HashMap<UUID, Instant>();
            while (row.next())
                away.put(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant());
            return away;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    @Override
    public Set<UUID> departed() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select person_id from departed");
                var row = query.executeQuery()) {
            var departed = new HashSet<UUID>();
            while (row.next()) departed.add(row.getObject(1, UUID.class));
            return departed;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    /** Saying the same again changes nothing: they are away since they first said so. */
    void change(UUID person, boolean present, Cause cause) {
        var now = clock.instant();
        var sql = """
                insert into presence (person_id, present, since) values (?, ?, ?)
                on conflict (person_id) do update set present = excluded.present, since = excluded.since
                where presence.present <> excluded.present""";
        try {
            OwnTransaction.run(database, transaction -> {
                try (var put = transaction.connection().prepareStatement(sql)) {
                    put.setObject(1, person);
                    put.setBoolean(2, present);
                    put.setObject(3, now.atOffset(ZoneOffset.UTC));
                    put.executeUpdate();
                }
                var told = Submission.<RoutingEvent>of(
                        "person:" + person, new PresenceChanged(person, present, now), cause);
                for (var outcome : journal.handle(List.of(told), transaction)) {
                    if (outcome instanceof Outcome.Refused<?>(var reason)) throw reason;
                }
                return present;
            });
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
