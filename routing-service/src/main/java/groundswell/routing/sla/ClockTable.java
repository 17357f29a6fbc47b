package groundswell.routing.sla;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.JsonEvents;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of {@code target_clock}, many with one statement. */
final class ClockTable {
    private static final ObjectMapper JSON = JsonEvents.mapper();

    private final Connection connection;

    ClockTable(Connection connection) {
        this.connection = connection;
    }

    /** Locks the rows in one order for everybody, before any slot of the journal. */
    Map<UUID, Lifeline> lock(Collection<UUID> tickets) throws SQLException {
        try (var query = connection.prepareStatement(
                "select * from target_clock where ticket_id = any (?) order by ticket_id for update")) {
            query.setArray(1, connection.createArrayOf("uuid", tickets.toArray()));
            return lives(query);
        }
    }

    private static final String DUE = """
            from target_clock c join unnest(?::int[], ?::timestamptz[]) as read (partition, up_to) using (partition)
            where c.next_at < read.up_to order by c.next_at, c.ticket_id limit ?""";

    /** Locks some whose timers may speak, passing over those that somebody else has in hand. */
    Map<UUID, Lifeline> lockDue(Map<Integer, Instant> readUpTo, int atMost) throws SQLException {
        try (var query = connection.prepareStatement("select c.* " + DUE + " for update of c skip locked")) {
            bind(query, readUpTo, atMost);
            return lives(query);
        }
    }

    /** The same ones, without a look at what they hold. */
    List<UUID> due(Map<Integer, Instant> readUpTo, int atMost) throws SQLException {
        try (var query = connection.prepareStatement("select c.ticket_id " + DUE)) {
            bind(query, readUpTo, atMost);
            var found = new ArrayList<UUID>();
            try (var row = query.executeQuery()) {
                while (row.next()) found.add(row.getObject(1, UUID.class));
            }
            return found;
        }
    }

    void putOff(UUID ticket, Duration by) throws SQLException {
        try (var update = connection.prepareStatement(
                "update target_clock set next_at = clock_timestamp() + make_interval(secs => ?) where ticket_id = ?")) {
            update.setDouble(1, by.toSeconds());
            update.setObject(2, ticket);
            update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement query, Map<Integer, Instant> readUpTo, int atMost) throws SQLException {
        var partitions = List.copyOf(readUpTo.entrySet());
        array(query, 1, "int4", partitions, Map.Entry::getKey);
        array(query, 2, "text", partitions, entry -> entry.getValue().toString());
        query.setInt(3, atMost);
    }

    private static Map<UUID, Lifeline> lives(PreparedStatement query) throws SQLException {
        var found = new LinkedHashMap<UUID, Lifeline>();
        try (var row = query.executeQuery()) {
            while (row.next()) {
                var life = life(row);
                found.put(life.ticketId(), life);
            }
        }
        return found;
    }

    static Lifeline life(ResultSet row) throws SQLException {
        return new Lifeline(
                row.getObject("ticket_id", UUID.class),
                row.getInt("partition"),
                row.getString("plan"),
                row.getString("priority"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getInt("policy_version"),
                facts(row.getString("facts")));
    }

    void save(Collection<ClockReading> readings) throws SQLException {
        if (readings.isEmpty()) return;
        var sql = """
                insert into target_clock (ticket_id, partition, plan, priority, opened_at, policy_version, facts, status,
                    due_at, due_target, at_risk, breached, unanswered_since, next_at)
                select * from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::timestamptz[], ?::int[], ?::jsonb[],
                    ?::text[], ?::timestamptz[], ?::text[], ?::boolean[], ?::boolean[], ?::timestamptz[], ?::timestamptz[])
                on conflict (ticket_id) do update set facts = excluded.facts, status = excluded.status,
                    due_at = excluded.due_at, due_target = excluded.due_target, at_risk = excluded.at_risk,
                    breached = excluded.breached, unanswered_since = excluded.unanswered_since,
                    next_at = excluded.next_at""";
        var last = new HashMap<UUID, ClockReading>();
        readings.forEach(reading -> last.put(reading.life().ticketId(), reading));
        var rows = List.copyOf(last.values());
        try (var put = connection.prepareStatement(sql)) {
            array(put, 1, "uuid", rows, it -> it.life().ticketId());
            array(put, 2, "int4", rows, it -> it.life().partition());
            array(put, 3, "text", rows, it -> it.life().plan());
            array(put, 4, "text", rows, it -> it.life().priority());
            array(put, 5, "text", rows, it -> it.life().openedAt().toString());
            array(put, 6, "int4", rows, it -> it.life().policyVersion());
            array(put, 7, "text", rows, it -> json(it.life().facts()));
            array(put, 8, "text", rows, ClockReading::status);
            array(put, 9, "text", rows, it -> text(it.dueAt()));
            array(put, 10, "text", rows, it -> text(it.dueTarget()));
            array(put, 11, "bool", rows, ClockReading::atRisk);
            array(put, 12, "bool", rows, ClockReading::breached);
            array(put, 13, "text", rows, it -> text(it.unansweredSince()));
            array(put, 14, "text", rows, it -> text(it.nextAt()));
            put.executeUpdate();
        }
    }

    static <T> void array(
            PreparedStatement to, int at, String type, List<T> rows, Function<T, ? extends @Nullable Object> value)
            throws SQLException {
        var values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        to.setArray(at, to.getConnection().createArrayOf(type, values));
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String json(List<Fact> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Fact> facts(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
