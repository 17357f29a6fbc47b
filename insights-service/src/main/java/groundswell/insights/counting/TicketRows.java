package groundswell.insights.counting;

import groundswell.insights.CountedTicket;
import groundswell.insights.Desk;
import groundswell.insights.Reading;
import groundswell.insights.Status;
import groundswell.insights.TicketFact;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of tickets. */
final class TicketRows {
    /** Missing ones first, as empty rows: where both topics bring a ticket's first fact at once, one waits for the other. */
    private static final String CREATE = "insert into insights_ticket (ticket_id) select id from unnest(?::uuid[]) id"
            + " order by id on conflict do nothing";

    private static final String LOCK = """
            select ticket_id, number, opened_at, channel, plan, history, requester_id, tags, status, desk_team, assignee,
                assigned_at, waiting_since, first_reply_at, resolved_at, reopened_at, score, escalated_at, escalation, automatic,
                merged, read_theme, read_secondary, read_confidence, routed_team
            from insights_ticket where ticket_id = any (?::uuid[]) order by ticket_id for update""";

    /** Lists are written as array literals, since an array of arrays must be rectangular. */
    private static final String WRITE = """
            update insights_ticket t set number = v.number, opened_at = v.opened_at, channel = v.channel, plan = v.plan,
                history = v.history, requester_id = v.requester_id, tags = v.tags::text[], status = v.status,
                desk_team = v.desk_team, assignee = v.assignee, assigned_at = v.assigned_at, waiting_since = v.waiting_since,
                first_reply_at = v.first_reply_at, resolved_at = v.resolved_at,
                reopened_at = v.reopened_at::timestamptz[], score = v.score, escalated_at = v.escalated_at,
                escalation = v.escalation, automatic = v.automatic, merged = v.merged, counted = v.counted,
                read_theme = v.read_theme, read_secondary = v.read_secondary::text[], read_confidence = v.read_confidence, routed_team = v.routed_team
            from unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[],
                ?::text[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::text[],
                ?::smallint[], ?::timestamptz[], ?::text[], ?::boolean[], ?::boolean[], ?::boolean[], ?::text[], ?::text[], ?::float8[], ?::text[])
                v (ticket_id, number, opened_at, channel, plan, history, requester_id, tags, status, desk_team,
                assignee, assigned_at, waiting_since, first_reply_at, resolved_at, reopened_at, score, escalated_at,
                escalation, automatic, merged, counted, read_theme, read_secondary, read_confidence, routed_team)
            where t.ticket_id = v.ticket_id""";

    static Map<UUID, CountedTicket> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        var array = connection.createArrayOf("uuid", ids.toArray());
        try (var create = connection.prepareStatement(CREATE)) {
            create.setArray(1, array);
            create.executeUpdate();
        }
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, array);
            try (var rows = lock.executeQuery()) {
                var tickets = new HashMap<UUID, CountedTicket>();
                while (rows.next()) {
                    var ticket = ticket(rows);
                    tickets.put(ticket.id(), ticket);
                }
                return tickets;
            }
        }
    }

    static void write(Connection connection, List<CountedTicket> tickets) throws SQLException {
        if (tickets.isEmpty()) {
            return;
        }
        try (var write = connection.prepareStatement(WRITE)) {
            var columns = new Columns<>(connection, write, tickets);
            columns.add("uuid", CountedTicket::id);
            columns.add("bigint", ofDesk(desk -> desk.opened().number()));
            columns.add("timestamptz", ofDesk(desk -> desk.opened().at()));
            columns.add("text", ofDesk(desk -> desk.opened().channel()));
            columns.add("text", ofDesk(desk -> desk.opened().plan()));
            columns.add("text", ofDesk(desk -> desk.opened().history()));
            columns.add("uuid", ofDesk(desk -> desk.opened().requesterId()));
            columns.add("text", ofDesk(desk -> Literals.of(desk.tags())));
            columns.add("text", ofDesk(desk -> desk.status().code()));
            columns.add("text", ofDesk(Desk::team));
            columns.add("uuid", ofDesk(Desk::assignee));
            columns.add("timestamptz", ofDesk(Desk::assignedAt));
            columns.add("timestamptz", ofDesk(Desk::waitingSince));
            columns.add("timestamptz", ofDesk(Desk::firstReplyAt));
            columns.add("timestamptz", ofDesk(Desk::resolvedAt));
            columns.add("text", ofDesk(desk -> Literals.of(desk.reopenings())));
            columns.add("smallint", ofDesk(Desk::score));
            columns.add("timestamptz", ofDesk(Desk::escalatedAt));
            columns.add("text", ofDesk(Desk::escalation));
            columns.add("boolean", is(desk -> desk.opened().automatic()));
            columns.add("boolean", is(Desk::merged));
            columns.add(
                    "boolean", ticket -> ticket.desk() == null || ticket.desk().counts());
            columns.add("text", ticket -> ticket.reading().theme());
            columns.add("text", ticket -> Literals.of(ticket.reading().secondary()));
            columns.add("float8", ticket -> ticket.reading().confidence());
            columns.add("text", ticket -> ticket.reading().team());
            write.executeUpdate();
        }
    }

    private static Function<CountedTicket, @Nullable Object> ofDesk(Function<Desk, @Nullable Object> field) {
        return ticket -> ticket.desk() == null ? null : field.apply(ticket.desk());
    }

    /** False also of a ticket whose opening has not been heard of. */
    private static Function<CountedTicket, Object> is(Predicate<Desk> said) {
        return ticket -> ticket.desk() != null && said.test(ticket.desk());
    }

    private static CountedTicket ticket(ResultSet row) throws SQLException {
        var openedAt = instant(row, "opened_at");
        var desk = openedAt == null ? null : desk(row, openedAt);
        var reading = new Reading(
                row.getString("read_theme"),
                List.of((String[]) row.getArray("read_secondary").getArray()),
                row.getObject("read_confidence", Double.class),
                row.getString("routed_team"));
        return new CountedTicket(row.getObject("ticket_id", UUID.class), desk, reading);
    }

    private static Desk desk(ResultSet row, Instant openedAt) throws SQLException {
        var tags = List.of((String[]) row.getArray("tags").getArray());
        var opened = new TicketFact.Opened(
                row.getObject("ticket_id", UUID.class),
                row.getLong("number"),
                row.getString("channel"),
                row.getString("plan"),
                row.getString("history"),
                tags,
                row.getObject("requester_id", UUID.class),
                row.getBoolean("automatic"),
                openedAt);
        return new Desk(
                opened,
                Set.copyOf(tags),
                Status.of(row.getString("status")),
                row.getString("desk_team"),
                row.getObject("assignee", UUID.class),
                instant(row, "assigned_at"),
                instant(row, "waiting_since"),
                instant(row, "first_reply_at"),
                instant(row, "resolved_at"),
                Stream.of((Timestamp[]) row.getArray("reopened_at").getArray())
                        .map(Timestamp::toInstant)
                        .toList(),
                row.getObject("score", Integer.class),
                instant(row, "escalated_at"),
                row.getString("escalation"),
                row.getBoolean("merged"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private TicketRows() {}
}
