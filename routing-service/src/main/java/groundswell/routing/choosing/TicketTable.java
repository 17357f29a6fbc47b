package groundswell.routing.choosing;

import groundswell.journal.Cause;
import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.RoutingEvent.Lane;
import groundswell.routing.RoutingEvent.TicketClassified;
import groundswell.routing.RoutingEvent.TicketRouted;
import groundswell.routing.TicketFacts;
import groundswell.routing.choosing.TicketNews.TicketOpened;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of {@code routing_ticket}, many with one statement. */
final class TicketTable {
    /** A new ticket, and the event that told of it. */
    record Arrival(TicketOpened opened, UUID eventId, Cause cause) {}

    /** A theme that is likelier not to be the right one. */
    static final double UNCLEAR = 0.5;

    private final Connection connection;

    TicketTable(Connection connection) {
        this.connection = connection;
    }

    void insert(List<Arrival> arrivals) throws SQLException {
        if (arrivals.isEmpty()) return;
        var sql = """
                insert into routing_ticket (ticket_id, number, opened_at, requester_id, account_id, plan, big_customer,
                    channel, priority, tags, product_area, message_id, subject_box, description_box, imported,
                    correlation_id, causation_id, traceparent)
                select id, number, opened_at, requester, account, plan, big, channel, priority,
                    array(select jsonb_array_elements_text(tags::jsonb)), area, message, subject, description, imported,
                    correlation, causation, traceparent
                from unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::uuid[], ?::text[], ?::text[], ?::boolean[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::boolean[],
                    ?::text[], ?::uuid[], ?::text[])
                    as t (id, number, opened_at, requester, account, plan, big, channel, priority, tags, area, message,
                        subject, description, imported, correlation, causation, traceparent)
                on conflict do nothing""";
        try (var insert = connection.prepareStatement(sql)) {
            var rows = new Columns<>(insert, arrivals);
            rows.add("uuid", a -> a.opened().ticketId());
            rows.add("int8", a -> a.opened().number());
            rows.add("text", a -> a.opened().at());
            rows.add("uuid", a -> a.opened().requesterId());
            rows.add("text", a -> a.opened().accountId());
            rows.add("text", a -> a.opened().plan());
            rows.add("bool", a -> a.opened().bigCustomer());
            rows.add("text", a -> a.opened().channel());
            rows.add("text", a -> a.opened().priority());
            rows.add("text", a -> Json.write(a.opened().tags()));
            rows.add("text", a -> a.opened().productArea());
            rows.add("uuid", a -> a.opened().messageId());
            rows.add("text", a -> a.opened().subject().box());
            rows.add("text", a -> a.opened().description().box());
            rows.add("bool", a -> a.opened().imported());
            rows.add("text", a -> a.cause().correlationId());
            rows.add("uuid", Arrival::eventId);
            rows.add("text", a -> a.cause().traceparent());
            insert.executeUpdate();
        }
    }

    /** Locks the rows in one order for everybody, before any slot of the journal, and reads where the tickets stand. */
    Map<UUID, Standing> lock(Collection<UUID> tickets) throws SQLException {
        var sql = """
                select ticket_id, priority, waiting, assigned_team, assignee_id, assignment_revision, assigned_by_routing,
                    lane, team, best_team, decided_by
                from routing_ticket where ticket_id = any (?) order by ticket_id for update""";
        var found = new HashMap<UUID, Standing>();
        try (var query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("uuid", tickets.toArray()));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var standing = standing(row);
                    found.put(standing.ticketId(), standing);
                }
            }
        }
        return found;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var lane = row.getString("lane");
        var decidedBy = row.getString("decided_by");
        return new Standing(
                row.getObject("ticket_id", UUID.class),
                row.getString("priority"),
                row.getBoolean("waiting"),
                row.getString("assigned_team"),
                row.getObject("assignee_id", UUID.class),
                row.getInt("assignment_revision"),
                row.getBoolean("assigned_by_routing"),
                lane == null ? null : Lane.valueOf(lane.toUpperCase(Locale.ROOT)),
                row.getString("team"),
                row.getString("best_team"),
                decidedBy == null ? null : DecidedBy.valueOf(decidedBy.toUpperCase(Locale.ROOT)));
    }

    /**
     * What a ticket is about by now.
     *
     * @param confidence probability of the theme, 1 where a person named it; null where that is not on record
     */
    record Known(String theme, @Nullable Double confidence, boolean byPerson) {
        boolean isUnclear() {
            return confidence != null && confidence < UNCLEAR;
        }
    }

    /** Of those that have a theme. The caller holds their rows. */
    Map<UUID, Known> themes(Collection<UUID> tickets) throws SQLException {
        var found = new HashMap<UUID, Known>();
        try (var query = connection.prepareStatement("select ticket_id, theme, theme_confidence, theme_by_person"
                + " from routing_ticket where ticket_id = any (?) and theme is not null")) {
            query.setArray(1, connection.createArrayOf("uuid", tickets.toArray()));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getObject(1, UUID.class),
                            new Known(row.getString(2), row.getObject(3, Double.class), row.getBoolean(4)));
                }
            }
        }
        return found;
    }

    /** What a rule may look at, as the ticket was opened, without its text. */
    static TicketFacts facts(ResultSet row) throws SQLException {
        return new TicketFacts(
                row.getString("channel"),
                row.getString("account_id"),
                row.getString("plan"),
                row.getBoolean("big_customer"),
                Set.of((String[]) row.getArray("tags").getArray()),
                row.getString("priority"),
                row.getString("product_area"),
                null,
                null);
    }

    /**
     * @param assignedAt when those that were assigned since were
     * @param undealt those for which a wish of ours came to nothing: a person is to be looked for again
     */
    void save(Collection<Standing> standings, Map<UUID, Instant> assignedAt, Set<UUID> undealt) throws SQLException {
        if (standings.isEmpty()) return;
        var sql = """
                update routing_ticket r set priority = t.priority, waiting = t.waiting, assigned_team = t.team,
                    assignee_id = t.assignee, assignment_revision = t.revision, assigned_by_routing = t.ours,
                    assigned_at = coalesce(t.at, r.assigned_at),
                    dealt_revision = case when not t.undealt then r.dealt_revision end,
                    dealt_to = case when not t.undealt then r.dealt_to end
                from unnest(?::uuid[], ?::text[], ?::boolean[], ?::text[], ?::uuid[], ?::int[], ?::boolean[], ?::timestamptz[],
                    ?::boolean[]) as t (id, priority, waiting, team, assignee, revision, ours, at, undealt)
                where r.ticket_id = t.id""";
        try (var update = connection.prepareStatement(sql)) {
            var rows = new Columns<>(update, List.copyOf(standings));
            rows.add("uuid", Standing::ticketId);
            rows.add("text", Standing::priority);
            rows.add("bool", Standing::waiting);
            rows.add("text", Standing::assignedTeam);
            rows.add("uuid", Standing::assigneeId);
            rows.add("int4", Standing::assignmentRevision);
            rows.add("bool", Standing::assignedByRouting);
            rows.add("text", it -> assignedAt.get(it.ticketId()));
            rows.add("bool", it -> undealt.contains(it.ticketId()));
            update.executeUpdate();
        }
    }

    /** The decisions about one ticket: the last stays, and so does the last by which routing itself sent it to a team. */
    private record Decided(TicketRouted last, @Nullable TicketRouted sent) {
        static Decided by(TicketRouted e) {
            boolean sends =
                    e.lane() == Lane.TEAM && (e.decidedBy() == DecidedBy.RULE || e.decidedBy() == DecidedBy.MODEL);
            return new Decided(e, sends ? e : null);
        }

        Decided then(Decided next) {
            return new Decided(next.last, next.sent == null ? sent : next.sent);
        }

        @Nullable
        Object ofSent(Function<TicketRouted, ? extends @Nullable Object> part) {
            return sent == null ? null : part.apply(sent);
        }
    }

    void routed(Collection<TicketRouted> decisions) throws SQLException {
        if (decisions.isEmpty()) return;
        var sql = """
                update routing_ticket r set lane = t.lane, team = t.team, best_team = t.best, confidence = t.confidence,
                    decided_by = t.decided_by, rule = t.rule, decided_at = t.at,
                    sent_team = case when t.sent_at is null then r.sent_team else t.sent_team end,
                    sent_rule = case when t.sent_at is null then r.sent_rule else t.sent_rule end,
                    sent_at = coalesce(t.sent_at, r.sent_at)
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::float8[], ?::text[], ?::text[],
                    ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[])
                    as t (id, lane, team, best, confidence, decided_by, rule, at, sent_team, sent_rule, sent_at)
                where r.ticket_id = t.id""";
        var decided = new HashMap<UUID, Decided>();
        decisions.forEach(e -> decided.merge(e.ticketId(), Decided.by(e), Decided::then));
        try (var update = connection.prepareStatement(sql)) {
            var rows = new Columns<>(update, List.copyOf(decided.values()));
            rows.add("uuid", it -> it.last().ticketId());
            rows.add("text", it -> it.last().lane());
            rows.add("text", it -> it.last().team());
            rows.add("text", it -> it.last().bestTeam());
            rows.add("float8", it -> it.last().confidence());
            rows.add("text", it -> it.last().decidedBy());
            rows.add("text", it -> it.last().rule());
            rows.add("text", it -> it.last().at());
            rows.add("text", it -> it.ofSent(TicketRouted::team));
            rows.add("text", it -> it.ofSent(TicketRouted::rule));
            rows.add("text", it -> it.ofSent(TicketRouted::at));
            update.executeUpdate();
        }
    }

    void classified(Collection<TicketClassified> readings) throws SQLException {
        if (readings.isEmpty()) return;
        try (var update = connection.prepareStatement("""
                update routing_ticket r set theme = t.theme, theme_confidence = t.confidence, theme_by_person = t.by_person
                from unnest(?::uuid[], ?::text[], ?::float8[], ?::boolean[]) as t (id, theme, confidence, by_person)
                where r.ticket_id = t.id""")) {
            var rows = new Columns<>(update, List.copyOf(readings));
            rows.add("uuid", TicketClassified::ticketId);
            rows.add("text", TicketClassified::theme);
            rows.add("float8", TicketClassified::confidence);
            rows.add("bool", TicketClassified::saidByPerson);
            update.executeUpdate();
        }
    }

    /** Column by column, as arrays that the statement unnests. */
    private record Columns<T>(PreparedStatement statement, List<T> rows, int[] last) {
        Columns(PreparedStatement statement, List<T> rows) {
            this(statement, rows, new int[1]);
        }

        void add(String type, Function<T, ? extends @Nullable Object> value) throws SQLException {
            var values = new @Nullable Object[rows.size()];
            for (int i = 0; i < values.length; i++) {
                var one = value.apply(rows.get(i));
                values[i] = one != null && type.equals("text") ? one.toString() : one;
            }
            statement.setArray(++last[0], statement.getConnection().createArrayOf(type, values));
        }
    }
}
