package groundswell.routing.triage;

import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.SealBroken;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import groundswell.routing.Taxonomy;
import groundswell.routing.Team;
import groundswell.routing.Teams;
import groundswell.routing.Theme;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Which tickets wait for a person to say whose they are? Oldest first. */
@Singleton
public class TriageQuery {
    /**
     * One that waits.
     *
     * @param subject what the customer wrote above it; absent once the customer was erased
     * @param targetAt by when it should be with a team; imported tickets have no target
     * @param bestTeam the best guess with its {@code confidence}, if its text could be read
     */
    public record Waiting(
            UUID ticketId,
            String number,
            @Nullable String subject,
            Instant openedAt,
            @Nullable Instant targetAt,
            boolean overdue,
            String channel,
            String priority,
            @Nullable String account,
            boolean bigCustomer,
            @Nullable String theme,
            @Nullable String themeName,
            @Nullable String bestTeam,
            double confidence) {}

    /**
     * @param next where to go on, absent on the last page
     * @param waiting how many wait in all
     * @param reading how many tickets' texts are still to be read
     */
    public record Page(List<Waiting> items, @Nullable String next, long waiting, long reading) {}

    private final DataSource database;
    private final Seals seals;
    private final Taxonomy taxonomy;
    private final Teams teams;
    private final Clock clock;

    TriageQuery(DataSource database, Seals seals, Taxonomy taxonomy, Teams teams, Clock clock) {
        this.database = database;
        this.seals = seals;
        this.taxonomy = taxonomy;
        this.teams = teams;
        this.clock = clock;
    }

    Page page(Cursor after, int limit) {
        var sql = """
            select * from routing_ticket
            where lane = 'triage' and waiting and assigned_team is null and assignee_id is null
                and (opened_at, ticket_id) > (?::timestamptz, ?::uuid)
            order by opened_at, ticket_id limit ?\
            """;
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, after.openedAt());
            query.setObject(2, after.ticketId());
            query.setInt(3, limit + 1);
            var found = new ArrayList<Waiting>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(waiting(row));
                }
            }
            var next = found.size() > limit ? Cursor.after(found.get(limit - 1)).text() : null;
            return new Page(
                    List.copyOf(found.subList(0, Math.min(limit, found.size()))),
                    next,
                    count(
                            "select count(*) from routing_ticket where lane = 'triage' and waiting"
                                    + " and assigned_team is null and assignee_id is null",
                            connection),
                    count("select count(*) from routing_reading", connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The triage lane could not be read: SQLSTATE " + e.getSQLState(), e);
        }
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        var id = row.getObject("ticket_id", UUID.class);
        var openedAt =
                row.getObject("opened_at", java.time.OffsetDateTime.class).toInstant();
        var bestTeam = row.getString("best_team");
        var theme = row.getString("theme");
        var targetAt = row.getBoolean("imported") ? null : openedAt.plus(target(bestTeam));
        return new Waiting(
                id,
                "TKT-" + row.getLong("number"),
                subject(row, id),
                openedAt,
                targetAt,
                targetAt != null && targetAt.isBefore(clock.instant()),
                row.getString("channel"),
                row.getString("priority"),
                row.getString("account_id"),
                row.getBoolean("big_customer"),
                theme,
                theme == null ? null : taxonomy.theme(theme).map(Theme::name).orElse(theme),
                bestTeam,
                row.getDouble("confidence"));
    }

    /** The likely team's target; the strictest where nobody can say. */
    private Duration target(@Nullable String bestTeam) {
        return teams.all().stream()
                .filter(team -> bestTeam == null || team.code().equals(bestTeam))
                .map(Team::target)
                .min(Duration::compareTo)
                .orElse(Duration.ofHours(1));
    }

    private @Nullable String subject(ResultSet row, UUID ticketId) throws SQLException {
        var sealed = new Sealed(row.getObject("requester_id", UUID.class), row.getString("subject_box"));
        try {
            return seals.open(sealed, new Place(ticketId.toString(), row.getString("message_id"), "subject"))
                    .orElse(null);
        } catch (KeyNotYetKnown | SealBroken e) {
            return null;
        }
    }

    private static long count(String sql, java.sql.Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(sql);
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
