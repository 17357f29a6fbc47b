package groundswell.routing.sla;

import groundswell.journal.SqlFailure;
import groundswell.routing.PromisedTimes;
import groundswell.routing.TimeTarget;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What was promised for a ticket, and how many of the promises were kept? */
@Singleton
class TargetsQuery implements PromisedTimes {
    /**
     * @param attainment met of met and breached, 0 to 1; null where nothing ended
     * @param team that had the ticket when the time ended; absent where none did
     */
    public record Kept(
            String target,
            @Nullable String team,
            String priority,
            long met,
            long breached,
            @Nullable Double attainment) {}

    private static final Comparator<PromisedTime> BEGUN_FIRST = Comparator.comparing(PromisedTime::startedAt)
            .thenComparing(time -> TimeTarget.valueOf(time.target().toUpperCase(Locale.ROOT)));

    private final DataSource database;
    private final Clock clock;

    TargetsQuery(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<PromisedTime> of(UUID ticket) {
        var sql = "select * from time_target where ticket_id = ?";
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, ticket);
            var found = new ArrayList<PromisedTime>();
            try (var row = query.executeQuery()) {
                while (row.next()) found.add(view(row));
            }
            found.sort(BEGUN_FIRST);
            return found;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    boolean knows(UUID ticket) {
        try (var connection = database.getConnection()) {
            return exists("select 1 from target_clock where ticket_id = ?", ticket, connection)
                    || exists("select 1 from routing_ticket where ticket_id = ?", ticket, connection);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private static boolean exists(String sql, UUID ticket, Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(1, ticket);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Of the targets that ended in the last {@code span}, met or breached. */
    List<Kept> kept(Duration span) {
        var sql = """
                select t.target, t.team, t.priority, count(*) filter (where t.status = 'met') as met,
                    count(*) filter (where t.status = 'breached') as breached
                from time_target t where t.ended_at >= ? and t.status in ('met', 'breached')
                group by 1, 2, 3 order by 1, 2 nulls last, 3""";
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, clock.instant().minus(span).atOffset(ZoneOffset.UTC));
            var found = new ArrayList<Kept>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    long met = row.getLong("met");
                    long breached = row.getLong("breached");
                    found.add(new Kept(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            met,
                            breached,
                            (double) met / (met + breached)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private static PromisedTime view(ResultSet row) throws SQLException {
        return new PromisedTime(
                row.getString("target"),
                row.getInt("cycle"),
                row.getString("status"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"),
                row.getBoolean("warned"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
