package groundswell.routing.reading;

import groundswell.journal.Cause;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.routing.Label;
import groundswell.routing.Labels;
import groundswell.routing.LearningEvent.Verdict;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Labels that wait for their text to be encoded. Whoever encodes claims one for a short while, without holding a lock;
 * taking it off the queue is part of the transaction that puts it on the ledger, after the slot's lock and never before.
 */
@Singleton
class LabelQueue implements Labels {
    private static final Duration CLAIM = Duration.ofSeconds(30);

    /**
     * Of labels that correct nothing, and of those of an import, no more than so many wait: they teach the least, and a large
     * import would have them by the hundred thousand. Where somebody named the theme, none is too many.
     */
    private static final int MOST_WAITING = 200;

    /** A label, and which of the ticket's labels it is. */
    record Claimed(Label label, OffsetDateTime queuedAt) {}

    private final DataSource database;

    LabelQueue(DataSource database) {
        this.database = database;
    }

    @Override
    public void add(List<Label> labels, InboxTransaction transaction) throws SQLException {
        if (labels.isEmpty()) return;
        var sql = """
                insert into routing_label (ticket_id, verdict, team, theme, actor, correlation_id, causation_id, traceparent)
                select t.ticket_id, ?, ?, ?, ?, ?, ?, ? from routing_ticket t
                where t.ticket_id = ? and (? = 'corrected' and not t.imported or ?
                    or (select count(*) from routing_label) < ?)
                on conflict (ticket_id) do update set verdict = excluded.verdict, team = excluded.team,
                    theme = excluded.theme, actor = excluded.actor, correlation_id = excluded.correlation_id,
                    causation_id = excluded.causation_id, traceparent = excluded.traceparent,
                    queued_at = excluded.queued_at, claimed_until = '-infinity'""";
        try (var insert = transaction.connection().prepareStatement(sql)) {
            for (var label : labels) {
                insert.setString(1, label.verdict().toString());
                insert.setString(2, label.team());
                insert.setString(3, label.theme());
                insert.setString(4, label.cause().actor());
                insert.setString(5, label.cause().correlationId());
                insert.setString(6, label.cause().causationId());
                insert.setString(7, label.cause().traceparent());
                insert.setObject(8, label.ticketId());
                insert.setString(9, label.verdict().toString());
                insert.setBoolean(10, label.theme() != null);
                insert.setInt(11, MOST_WAITING);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    boolean namedWait() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select exists (select from routing_label where theme is not null)");
                var row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** @param named only one that names a theme */
    Optional<Claimed> claim(boolean named) throws SQLException {
        var sql = """
                update routing_label set claimed_until = clock_timestamp() + make_interval(secs => ?)
                where ticket_id = (
                    select ticket_id from routing_label
                    where claimed_until < clock_timestamp() and (theme is not null or not ?)
                    order by queued_at limit 1 for update skip locked)
                returning *""";
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setDouble(1, CLAIM.toSeconds());
            query.setBoolean(2, named);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(claimed(row)) : Optional.empty();
            }
        }
    }

    /** Takes it off; false where somebody else has, or where the ticket has a newer label. */
    boolean take(Claimed claimed, Connection connection) throws SQLException {
        try (var delete =
                connection.prepareStatement("delete from routing_label where ticket_id = ? and queued_at = ?")) {
            delete.setObject(1, claimed.label().ticketId());
            delete.setObject(2, claimed.queuedAt());
            return delete.executeUpdate() == 1;
        }
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        var cause = new Cause(
                row.getString("actor"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("traceparent"));
        var label = new Label(
                row.getObject("ticket_id", UUID.class),
                Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
                row.getString("team"),
                row.getString("theme"),
                cause);
        return new Claimed(label, row.getObject("queued_at", OffsetDateTime.class));
    }
}
