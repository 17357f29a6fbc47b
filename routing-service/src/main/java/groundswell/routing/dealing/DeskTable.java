package groundswell.routing.dealing;

import groundswell.routing.DealingRules;
import groundswell.routing.DealingRules.Mode;
import groundswell.routing.RoutingEvent.TicketHandedOn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One team's queue and what its people have, from {@code team} and {@code routing_ticket}. */
final class DeskTable {
    private static final String NOT_ASKED = "(r.dealt_revision is null or r.dealt_revision < r.assignment_revision)";

    private final Connection connection;

    DeskTable(Connection connection) {
        this.connection = connection;
    }

    /** The team's rules, and whose turn it was. */
    record Desk(DealingRules rules, @Nullable UUID last) {}

    /** Empty where another replica deals for this team just now. */
    Optional<Desk> lock(String team) throws SQLException {
        try (var query =
                connection.prepareStatement("select dealing, relax_minutes, return_minutes, dealt_last from team"
                        + " where code = ? for no key update skip locked")) {
            query.setString(1, team);
            try (var row = query.executeQuery()) {
                if (!row.next()) return Optional.empty();
                var mode = Mode.valueOf(row.getString(1).toUpperCase(Locale.ROOT));
                return Optional.of(
                        new Desk(new DealingRules(mode, row.getInt(2), row.getInt(3)), row.getObject(4, UUID.class)));
            }
        }
    }

    /**
     * Tickets with nobody, most urgent first; one that we have asked for on its present assignment is on its way. Read
     * without locks: what comes of them is checked by {@link #lock}.
     */
    List<Waiting> queue(String team, int atMost) throws SQLException {
        var sql = """
                select r.ticket_id, r.tags, r.theme, r.product_area, coalesce(r.assigned_at, r.opened_at) as since,
                    r.assignment_revision
                from routing_ticket r left join target_clock c on c.ticket_id = r.ticket_id and c.status not in ('resolved', 'closed')
                where r.waiting and r.assigned_team = ? and r.assignee_id is null and %s
                    and c.status is distinct from 'pending'
                order by c.due_at nulls last, r.priority, r.opened_at, r.ticket_id limit ?""".formatted(NOT_ASKED);
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, team);
            query.setInt(2, atMost);
            var found = new ArrayList<Waiting>();
            try (var row = query.executeQuery()) {
                while (row.next()) found.add(waiting(row));
            }
            return found;
        }
    }

    /** Tickets of the team, or of none, that somebody has, and that nothing is asked for. */
    List<Held> held(@Nullable String team) throws SQLException {
        var sql = """
                select r.ticket_id, r.assignee_id, coalesce(r.assigned_at, r.opened_at) as since,
                    c.unanswered_since is not null as unanswered, c.status is not distinct from 'pending' as pending,
                    r.assignment_revision
                from routing_ticket r left join target_clock c on c.ticket_id = r.ticket_id and c.status not in ('resolved', 'closed')
                where r.waiting and r.assigned_team is not distinct from ? and r.assignee_id is not null and %s
                order by r.ticket_id""".formatted(NOT_ASKED);
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, team);
            var found = new ArrayList<Held>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new Held(
                            row.getObject(1, UUID.class),
                            team,
                            row.getObject(2, UUID.class),
                            instant(row, 3),
                            row.getBoolean(4),
                            row.getBoolean(5),
                            row.getInt(6)));
                }
            }
            return found;
        }
    }

    /** Open tickets of whatever team that each person has, or was asked to be given; those that wait for their customer do not count. */
    Map<UUID, Integer> load() throws SQLException {
        var sql = """
                select person, count(*) from (
                    select case when r.dealt_revision = r.assignment_revision then r.dealt_to else r.assignee_id end as person
                    from routing_ticket r left join target_clock c on c.ticket_id = r.ticket_id and c.status not in ('resolved', 'closed')
                    where r.waiting and (r.assignee_id is not null or r.dealt_to is not null)
                        and c.status is distinct from 'pending') t
                where person is not null group by 1""";
        try (var query = connection.prepareStatement(sql);
                var row = query.executeQuery()) {
            var load = new HashMap<UUID, Integer>();
            while (row.next()) load.put(row.getObject(1, UUID.class), row.getInt(2));
            return load;
        }
    }

    /** Locks those that are still as they were read, passing over what somebody else has in hand. */
    Set<UUID> lock(Map<UUID, Integer> revisions) throws SQLException {
        if (revisions.isEmpty()) return Set.of();
        var sql = """
                select r.ticket_id from routing_ticket r
                join unnest(?::uuid[], ?::int[]) as t (id, revision) on r.ticket_id = t.id
                where r.waiting and r.assignment_revision = t.revision and %s
                order by r.ticket_id for update of r skip locked""".formatted(NOT_ASKED);
        try (var query = connection.prepareStatement(sql)) {
            var tickets = List.copyOf(revisions.entrySet());
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", tickets.stream().map(Map.Entry::getKey).toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "int4", tickets.stream().map(Map.Entry::getValue).toArray()));
            var locked = new HashSet<UUID>();
            try (var row = query.executeQuery()) {
                while (row.next()) locked.add(row.getObject(1, UUID.class));
            }
            return locked;
        }
    }

    void asked(List<Dealing.Deal> deals) throws SQLException {
        if (deals.isEmpty()) return;
        try (var update = connection.prepareStatement("update routing_ticket r set dealt_revision = d.revision,"
                + " dealt_to = d.person from unnest(?::uuid[], ?::int[], ?::uuid[]) as d (id, revision, person)"
                + " where r.ticket_id = d.id")) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            deals.stream().map(deal -> deal.ticket().ticketId()).toArray()));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "int4",
                            deals.stream().map(deal -> deal.ticket().revision()).toArray()));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", deals.stream().map(Dealing.Deal::person).toArray()));
            update.executeUpdate();
        }
    }

    void handedOn(List<TicketHandedOn> events) throws SQLException {
        if (events.isEmpty()) return;
        try (var update = connection.prepareStatement(
                "update routing_ticket r set dealt_revision = r.assignment_revision,"
                        + " dealt_to = null, handed_on = handed_on + 1, handed_on_at = clock_timestamp() where r.ticket_id = any (?)")) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            events.stream().map(TicketHandedOn::ticketId).toArray()));
            update.executeUpdate();
        }
    }

    void turn(String team, @Nullable UUID last) throws SQLException {
        try (var update = connection.prepareStatement("update team set dealt_last = ? where code = ?")) {
            update.setObject(1, last);
            update.setString(2, team);
            update.executeUpdate();
        }
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        var asks = new HashSet<>(List.of((String[]) row.getArray(2).getArray()));
        for (var column : List.of("theme", "product_area")) {
            var word = row.getString(column);
            if (word != null) asks.add(word);
        }
        return new Waiting(row.getObject(1, UUID.class), asks, instant(row, 5), row.getInt(6));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
