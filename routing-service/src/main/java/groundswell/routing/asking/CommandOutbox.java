package groundswell.routing.asking;

import groundswell.journal.Cause;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.routing.AssignTicket;
import groundswell.routing.Assignments;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Commands to ticket-service, kept beside the decisions that want them until they are on their topic. Two replicas may
 * send the same one: its id is the request key there, so a copy does nothing.
 */
@Singleton
class CommandOutbox implements Assignments {
    private final DataSource database;
    private final Semaphore news = new Semaphore(0);

    CommandOutbox(DataSource database) {
        this.database = database;
    }

    @Override
    public void ask(List<AssignTicket> wishes, InboxTransaction transaction) throws SQLException {
        if (wishes.isEmpty()) return;
        var sql = """
                insert into routing_command (id, ticket_id, team, assignee_id, assignment_revision, reason, actor, correlation_id,
                    causation_id, traceparent)
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[])""";
        try (var insert = transaction.connection().prepareStatement(sql)) {
            array(insert, 1, "uuid", wishes, AssignTicket::id);
            array(insert, 2, "uuid", wishes, AssignTicket::ticketId);
            array(insert, 3, "text", wishes, AssignTicket::team);
            array(insert, 4, "uuid", wishes, AssignTicket::assignee);
            array(insert, 5, "int4", wishes, AssignTicket::assignmentRevision);
            array(insert, 6, "text", wishes, AssignTicket::reason);
            array(insert, 7, "text", wishes, wish -> wish.cause().actor());
            array(insert, 8, "text", wishes, wish -> wish.cause().correlationId());
            array(insert, 9, "text", wishes, wish -> wish.cause().causationId());
            array(insert, 10, "text", wishes, wish -> wish.cause().traceparent());
            insert.executeUpdate();
        }
        transaction.afterCommit(news::release);
    }

    @Override
    public Map<UUID, Integer> ours(Collection<UUID> ids, InboxTransaction transaction) throws SQLException {
        var found = new HashMap<UUID, Integer>();
        try (var query = transaction
                .connection()
                .prepareStatement("select id, assignment_revision from routing_command where id = any (?)")) {
            query.setArray(1, transaction.connection().createArrayOf("uuid", ids.toArray()));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), row.getInt(2));
                }
            }
        }
        return found;
    }

    /** Returns when there may be something to send. */
    void await(long atMostMillis) throws InterruptedException {
        if (news.tryAcquire(atMostMillis, TimeUnit.MILLISECONDS)) news.drainPermits();
    }

    List<AssignTicket> unsent(int atMost) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select * from routing_command where sent_at is null order by place limit ?")) {
            query.setInt(1, atMost);
            var wishes = new ArrayList<AssignTicket>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    wishes.add(wish(row));
                }
            }
            return wishes;
        }
    }

    void sent(List<AssignTicket> wishes) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update routing_command set sent_at = clock_timestamp() where id = any (?)")) {
            var ids = wishes.stream().map(AssignTicket::id).toArray();
            update.setArray(1, connection.createArrayOf("uuid", ids));
            update.executeUpdate();
        }
    }

    /** A month is far longer than ticket-service takes to answer. */
    @Scheduled(every = "6h", delayed = "5m")
    void forget() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "delete from routing_command where sent_at < clock_timestamp() - interval '30 days'")) {
            delete.executeUpdate();
        }
    }

    private static AssignTicket wish(ResultSet row) throws SQLException {
        return new AssignTicket(
                row.getObject("id", UUID.class),
                row.getObject("ticket_id", UUID.class),
                row.getString("team"),
                row.getObject("assignee_id", UUID.class),
                row.getInt("assignment_revision"),
                row.getString("reason"),
                new Cause(
                        row.getString("actor"),
                        row.getString("correlation_id"),
                        row.getString("causation_id"),
                        row.getString("traceparent")));
    }

    private static void array(
            PreparedStatement to,
            int at,
            String type,
            List<AssignTicket> wishes,
            Function<AssignTicket, ? extends @Nullable Object> value)
            throws SQLException {
        var values = new @Nullable Object[wishes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(wishes.get(i));
        }
        to.setArray(at, to.getConnection().createArrayOf(type, values));
    }
}
