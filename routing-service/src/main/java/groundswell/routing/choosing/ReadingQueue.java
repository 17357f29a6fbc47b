package groundswell.routing.choosing;

import groundswell.journal.Cause;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.journal.seal.Sealed;
import groundswell.routing.Rereading;
import groundswell.routing.Taxonomy;
import groundswell.routing.TextReader;
import groundswell.routing.TicketFacts;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Texts that wait to be read. Reading one costs a core some 20 ms, so it must not stand in the way of tickets that a rule
 * decides. A reader claims a few for a short while, without holding a lock; taking them off the queue is part of the
 * transaction that records what was read, so each is recorded once, whoever else has read it too.
 */
@Singleton
class ReadingQueue implements Rereading {
    private static final Duration CLAIM = Duration.ofSeconds(30);

    /** A claim for an older taxonomy is void: what it finds is not taken off. */
    private static final String AGAIN = """
            insert into routing_reading as waits (ticket_id, can_wait, taxonomy_version)
            select ticket_id, true, ? from routing_ticket
            where opened_at > now() - interval '90 days' and theme_confidence < 0.5 or theme <> all (?)
            on conflict (ticket_id) do update
            set taxonomy_version = excluded.taxonomy_version, claimed_until = '-infinity'
            where waits.taxonomy_version > 0""";

    /** A ticket whose text is to be read. */
    record Waiting(
            UUID ticketId, UUID messageId, Sealed subject, Sealed description, TicketFacts unread, Cause cause) {}

    private final DataSource database;
    private final TextReader reader;
    private final Semaphore news = new Semaphore(0);

    ReadingQueue(DataSource database, TextReader reader) {
        this.database = database;
        this.reader = reader;
    }

    void add(Collection<UUID> tickets, Connection connection) throws SQLException {
        if (tickets.isEmpty()) return;
        try (var insert = connection.prepareStatement("insert into routing_reading (ticket_id, can_wait)"
                + " select ticket_id, imported from routing_ticket where ticket_id = any (?) on conflict do nothing")) {
            insert.setArray(1, connection.createArrayOf("uuid", tickets.toArray()));
            insert.executeUpdate();
        }
    }

    /**
     * Whoever records what was read is waited for, and then waits: so no reading by an older model slips in between what is
     * found here and the new taxonomy.
     */
    @Override
    public void queue(Taxonomy next, InboxTransaction transaction) throws SQLException {
        if (!reader.reads()) return;
        var connection = transaction.connection();
        try (var lock = connection.createStatement();
                var unread =
                        connection.prepareStatement("update routing_reading set again = ? where taxonomy_version = 0");
                var insert = connection.prepareStatement(AGAIN)) {
            lock.execute("lock table routing_reading in share row exclusive mode");
            unread.setInt(1, next.version());
            unread.executeUpdate();
            insert.setInt(1, next.version());
            insert.setArray(
                    2, connection.createArrayOf("text", next.livingCodes().toArray()));
            insert.executeUpdate();
        }
    }

    void signal(int tickets) {
        news.release(tickets);
    }

    /** Returns when there may be something to read. */
    void await(Duration atMost) throws InterruptedException {
        if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) news.drainPermits();
    }

    /** @param taxonomyVersion what the reader knows; texts that wait for a later one are left */
    List<Waiting> claim(int atMost, int taxonomyVersion) throws SQLException {
        var sql = """
                with mine as (
                    update routing_reading set claimed_until = clock_timestamp() + make_interval(secs => ?)
                    where ticket_id in (
                        select ticket_id from routing_reading
                        where claimed_until < clock_timestamp() and taxonomy_version <= ?
                        order by can_wait, queued_at limit ? for update skip locked)
                    returning ticket_id, can_wait, queued_at)
                select t.* from mine join routing_ticket t using (ticket_id) order by mine.can_wait, mine.queued_at""";
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setDouble(1, CLAIM.toSeconds());
            query.setInt(2, taxonomyVersion);
            query.setInt(3, atMost);
            var claimed = new ArrayList<Waiting>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    claimed.add(waiting(row));
                }
            }
            return claimed;
        }
    }

    /**
     * Takes them off; those returned are this transaction's to record. One that waits for a later taxonomy stays; one for
     * which a later taxonomy came before it was first read is recorded, and read again.
     *
     * @param taxonomyVersion what the reader knew
     */
    Set<UUID> take(Collection<UUID> tickets, int taxonomyVersion, Connection connection) throws SQLException {
        var taken = new HashSet<UUID>();
        try (var delete = connection.prepareStatement(
                        "delete from routing_reading where ticket_id = any (?) and taxonomy_version <= ?"
                                + " returning ticket_id, again");
                var again = connection.prepareStatement(
                        "insert into routing_reading (ticket_id, can_wait, taxonomy_version) values (?, true, ?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", tickets.toArray()));
            delete.setInt(2, taxonomyVersion);
            try (var row = delete.executeQuery()) {
                while (row.next()) {
                    taken.add(row.getObject(1, UUID.class));
                    if (row.getInt(2) > taxonomyVersion) {
                        again.setObject(1, row.getObject(1, UUID.class));
                        again.setInt(2, row.getInt(2));
                        again.addBatch();
                    }
                }
            }
            again.executeBatch();
        }
        return taken;
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        var requester = row.getObject("requester_id", UUID.class);
        return new Waiting(
                row.getObject("ticket_id", UUID.class),
                row.getObject("message_id", UUID.class),
                new Sealed(requester, row.getString("subject_box")),
                new Sealed(requester, row.getString("description_box")),
                TicketTable.facts(row),
                new Cause(
                        Finding.POLICY,
                        row.getString("correlation_id"),
                        row.getString("causation_id"),
                        row.getString("traceparent")));
    }
}
