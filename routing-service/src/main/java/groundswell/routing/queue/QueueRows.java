package groundswell.routing.queue;

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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What is due first? A team's open tickets, those with the least time left before all others. */
@Singleton
class QueueRows {
    /** Whose tickets are listed. */
    enum Whose {
        /** Everybody's, and those with nobody. */
        ALL,
        /** Those with nobody. */
        WAITING,
        /** One person's. */
        MINE
    }

    /**
     * One ticket.
     *
     * @param subject what the customer wrote above it; absent once the customer was erased
     * @param status {@code open}, {@code in_progress} or {@code pending}
     * @param dueAt when the next of its time targets is over, in the past where it was missed; absent where nothing is
     *     promised, and while it waits for its customer
     * @param dueTarget what is due then
     * @param atRisk little of a time is left, and that was warned of
     * @param unansweredSince since when the customer waits for an answer
     * @param handedOn how often it was taken from somebody who could not answer
     */
    public record Row(
            UUID ticketId,
            String number,
            @Nullable String subject,
            Instant openedAt,
            String priority,
            @Nullable String account,
            boolean bigCustomer,
            String status,
            @Nullable Instant dueAt,
            @Nullable String dueTarget,
            boolean atRisk,
            boolean breached,
            @Nullable Instant unansweredSince,
            @Nullable UUID assigneeId,
            @Nullable String assignee,
            @Nullable String themeName,
            int handedOn) {
        Row saying(@Nullable String words) {
            return new Row(
                    ticketId,
                    number,
                    words,
                    openedAt,
                    priority,
                    account,
                    bigCustomer,
                    status,
                    dueAt,
                    dueTarget,
                    atRisk,
                    breached,
                    unansweredSince,
                    assigneeId,
                    assignee,
                    themeName,
                    handedOn);
        }
    }

    /**
     * @param next where to go on, absent on the last page
     * @param total how many there are in all
     */
    public record Page(List<Row> items, @Nullable String next, long total) {}

    private record Sealable(Row row, Sealed subject, Place place) {}

    private static final String OF = """
            from routing_ticket r left join target_clock c on c.ticket_id = r.ticket_id and c.status not in ('resolved', 'closed')
            where r.waiting and r.assigned_team = ?
                and (?::uuid is null or r.assignee_id = ?) and (not ? or r.assignee_id is null)""";

    private final DataSource database;
    private final Seals seals;
    private final TaxonomyBook taxonomy;
    private final PeopleNames names;

    QueueRows(DataSource database, Seals seals, TaxonomyBook taxonomy, PeopleNames names) {
        this.database = database;
        this.seals = seals;
        this.taxonomy = taxonomy;
        this.names = names;
    }

    /**
     * Subjects are opened once the connection is given back: a key may have to be fetched with another one.
     *
     * @param me whose tickets are listed for {@link Whose#MINE}
     */
    Page page(String team, Whose whose, UUID me, QueueCursor after, int limit) {
        var sql = """
                select r.*, c.status, c.due_at, c.due_target, coalesce(c.at_risk, false) as at_risk,
                    coalesce(c.breached, false) as breached, c.unanswered_since
                """ + OF + """

                    and (coalesce(c.due_at, 'infinity'), r.opened_at, r.ticket_id) > (?::timestamptz, ?::timestamptz, ?::uuid)
                order by coalesce(c.due_at, 'infinity'), r.opened_at, r.ticket_id limit ?""";
        var called = names.known();
        var found = new ArrayList<Sealable>();
        long total;
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql);
                var count = connection.prepareStatement("select count(*) " + OF)) {
            for (var statement : List.of(query, count)) {
                statement.setString(1, team);
                statement.setObject(2, whose == Whose.MINE ? me : null, java.sql.Types.OTHER);
                statement.setObject(3, whose == Whose.MINE ? me : null, java.sql.Types.OTHER);
                statement.setBoolean(4, whose == Whose.WAITING);
            }
            query.setString(5, after.dueAt());
            query.setString(6, after.openedAt());
            query.setObject(7, after.ticketId());
            query.setInt(8, limit + 1);
            try (var row = query.executeQuery()) {
                while (row.next()) found.add(sealable(row, called));
            }
            try (var row = count.executeQuery()) {
                row.next();
                total = row.getLong(1);
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
        var rows = found.stream().limit(limit).map(this::opened).toList();
        return new Page(
                rows, found.size() > limit ? QueueCursor.after(rows.getLast()).text() : null, total);
    }

    private Sealable sealable(ResultSet row, Map<UUID, String> called) throws SQLException {
        var found = row(row, called);
        return new Sealable(
                found,
                new Sealed(row.getObject("requester_id", UUID.class), row.getString("subject_box")),
                new Place(found.ticketId().toString(), row.getString("message_id"), "subject"));
    }

    private Row opened(Sealable sealed) {
        try {
            return sealed.row()
                    .saying(seals.open(sealed.subject(), sealed.place()).orElse(null));
        } catch (KeyNotYetKnown | SealBroken e) {
            return sealed.row();
        }
    }

    private Row row(ResultSet row, Map<UUID, String> called) throws SQLException {
        var theme = row.getString("theme");
        var status = row.getString("status");
        var assignee = row.getObject("assignee_id", UUID.class);
        return new Row(
                row.getObject("ticket_id", UUID.class),
                "TKT-" + row.getLong("number"),
                null,
                java.util.Objects.requireNonNull(instant(row, "opened_at")),
                row.getString("priority"),
                row.getString("account_id"),
                row.getBoolean("big_customer"),
                status == null ? "open" : status,
                instant(row, "due_at"),
                row.getString("due_target"),
                row.getBoolean("at_risk"),
                row.getBoolean("breached"),
                instant(row, "unanswered_since"),
                assignee,
                assignee == null ? null : PeopleNames.of(assignee, called),
                theme == null
                        ? null
                        : taxonomy.now().theme(theme).map(Theme::name).orElse(theme),
                row.getInt("handed_on"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
