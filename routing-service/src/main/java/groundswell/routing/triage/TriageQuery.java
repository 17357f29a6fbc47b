package groundswell.routing.triage;

import groundswell.journal.SqlFailure;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.SealBroken;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import groundswell.routing.PeopleNames;
import groundswell.routing.TaxonomyBook;
import groundswell.routing.Theme;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     * @param targetAt by when it should be with a team; absent where nothing is promised, as for imported tickets
     * @param bestTeam the best guess with its {@code confidence}, if its text could be read
     * @param heldBy who has taken it, without saying whose it is
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
            double confidence,
            @Nullable String heldBy) {
        Waiting saying(@Nullable String words) {
            return new Waiting(
                    ticketId,
                    number,
                    words,
                    openedAt,
                    targetAt,
                    overdue,
                    channel,
                    priority,
                    account,
                    bigCustomer,
                    theme,
                    themeName,
                    bestTeam,
                    confidence,
                    heldBy);
        }
    }

    /**
     * @param next where to go on, absent on the last page
     * @param waiting how many wait in all
     * @param reading how many tickets' texts are still to be read
     */
    public record Page(List<Waiting> items, @Nullable String next, long waiting, long reading) {}

    private final DataSource database;
    private final Seals seals;
    private final TaxonomyBook taxonomy;
    private final PeopleNames names;
    private final Clock clock;

    TriageQuery(DataSource database, Seals seals, TaxonomyBook taxonomy, PeopleNames names, Clock clock) {
        this.database = database;
        this.seals = seals;
        this.taxonomy = taxonomy;
        this.names = names;
        this.clock = clock;
    }

    /** A row as it was read, its subject still sealed. */
    private record Sealable(Waiting waiting, Sealed subject, Place place) {}

    private record Lane(List<Sealable> rows, long waiting, long reading) {}

    /** Subjects are opened once the connection is given back: a key may have to be fetched with another one. */
    Page page(Cursor after, int limit) {
        var lane = read(after, limit + 1);
        var found = lane.rows().stream().limit(limit).map(this::opened).toList();
        var next = lane.rows().size() > limit ? Cursor.after(found.getLast()).text() : null;
        return new Page(found, next, lane.waiting(), lane.reading());
    }

    private Lane read(Cursor after, int atMost) {
        var called = names.known();
        var sql = """
            select r.*, t.due_at, t.status as target_status from routing_ticket r
            left join lateral (select due_at, status from time_target t
                where t.ticket_id = r.ticket_id and t.target = 'team' order by t.cycle desc limit 1) t on true
            where lane = 'triage' and waiting and assigned_team is null
                and (r.opened_at, r.ticket_id) > (?::timestamptz, ?::uuid)
            order by r.opened_at, r.ticket_id limit ?\
            """;
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, after.openedAt());
            query.setObject(2, after.ticketId());
            query.setInt(3, atMost);
            var found = new ArrayList<Sealable>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(sealable(row, called));
                }
            }
            return new Lane(
                    found,
                    count(
                            "select count(*) from routing_ticket where lane = 'triage' and waiting"
                                    + " and assigned_team is null",
                            connection),
                    count("select count(*) from routing_reading where taxonomy_version = 0", connection));
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }

    private Sealable sealable(ResultSet row, Map<UUID, String> called) throws SQLException {
        var waiting = waiting(row, called);
        return new Sealable(
                waiting,
                new Sealed(row.getObject("requester_id", UUID.class), row.getString("subject_box")),
                new Place(waiting.ticketId().toString(), row.getString("message_id"), "subject"));
    }

    private Waiting opened(Sealable row) {
        try {
            return row.waiting().saying(seals.open(row.subject(), row.place()).orElse(null));
        } catch (KeyNotYetKnown | SealBroken e) {
            return row.waiting();
        }
    }

    private Waiting waiting(ResultSet row, Map<UUID, String> called) throws SQLException {
        var openedAt =
                row.getObject("opened_at", java.time.OffsetDateTime.class).toInstant();
        var bestTeam = row.getString("best_team");
        var theme = row.getString("theme");
        var holder = row.getObject("assignee_id", UUID.class);
        var due = row.getObject("due_at", java.time.OffsetDateTime.class);
        var status = row.getString("target_status");
        boolean stands = "running".equals(status) || "breached".equals(status);
        var targetAt = due == null || !stands ? null : due.toInstant();
        return new Waiting(
                row.getObject("ticket_id", UUID.class),
                "TKT-" + row.getLong("number"),
                null,
                openedAt,
                targetAt,
                targetAt != null && targetAt.isBefore(clock.instant()),
                row.getString("channel"),
                row.getString("priority"),
                row.getString("account_id"),
                row.getBoolean("big_customer"),
                theme,
                theme == null
                        ? null
                        : taxonomy.now().theme(theme).map(Theme::name).orElse(theme),
                bestTeam,
                row.getDouble("confidence"),
                holder == null ? null : PeopleNames.of(holder, called));
    }

    private static long count(String sql, java.sql.Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(sql);
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
