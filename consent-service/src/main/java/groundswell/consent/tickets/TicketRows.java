package groundswell.consent.tickets;

import groundswell.consent.tickets.TicketHeard.Opened;
import groundswell.journal.seal.Sealed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers a batch and writes it with one statement per table. */
final class TicketRows {
    private record Message(UUID ticketId, UUID messageId, boolean byCustomer, Sealed body, Instant at) {}

    private static final String TICKETS = "insert into known_ticket (ticket_id, number, requester_id, account_id,"
            + " industry, size, source, external_id, opened_at, message_id, subject_box, requester_box)"
            + " select * from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],"
            + " ?::text[], ?::timestamptz[], ?::uuid[], ?::text[], ?::text[]) on conflict (ticket_id) do nothing";
    private static final String MESSAGES =
            "insert into known_message (ticket_id, message_id, by_customer, body_box, at)"
                    + " select * from unnest(?::uuid[], ?::uuid[], ?::boolean[], ?::text[], ?::timestamptz[])"
                    + " on conflict do nothing";
    private static final String RESOLUTIONS = "update known_ticket k set resolution = r.code"
            + " from unnest(?::uuid[], ?::text[]) r(ticket_id, code) where k.ticket_id = r.ticket_id";

    private final List<Opened> tickets = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<UUID, @Nullable String> resolutions = new LinkedHashMap<>();

    void ticket(Opened opened) {
        tickets.add(opened);
    }

    void message(UUID ticketId, UUID messageId, boolean byCustomer, Sealed body, Instant at) {
        messages.add(new Message(ticketId, messageId, byCustomer, body, at));
    }

    /** The last one of a batch counts; a reopened ticket has none. */
    void resolution(UUID ticketId, @Nullable String code) {
        resolutions.put(ticketId, code);
    }

    void writeTo(Connection connection) throws SQLException {
        if (!tickets.isEmpty()) {
            write(
                    connection,
                    TICKETS,
                    List.of(
                            column("uuid", tickets, Opened::ticketId),
                            column("bigint", tickets, Opened::number),
                            column("uuid", tickets, Opened::requesterId),
                            column("text", tickets, Opened::accountId),
                            column("text", tickets, Opened::industry),
                            column("text", tickets, Opened::size),
                            column("text", tickets, Opened::source),
                            column("text", tickets, Opened::externalId),
                            column("timestamptz", tickets, t -> t.at().toString()),
                            column("uuid", tickets, Opened::messageId),
                            column("text", tickets, t -> t.subject().box()),
                            column("text", tickets, t -> t.requester().box())));
        }
        if (!messages.isEmpty()) {
            write(
                    connection,
                    MESSAGES,
                    List.of(
                            column("uuid", messages, Message::ticketId),
                            column("uuid", messages, Message::messageId),
                            column("boolean", messages, Message::byCustomer),
                            column("text", messages, m -> m.body().box()),
                            column("timestamptz", messages, m -> m.at().toString())));
        }
        if (!resolutions.isEmpty()) {
            var ids = List.copyOf(resolutions.keySet());
            write(
                    connection,
                    RESOLUTIONS,
                    List.of(column("uuid", ids, id -> id), column("text", ids, resolutions::get)));
        }
    }

    private record Column(String type, @Nullable Object[] values) {}

    private static <T> Column column(String type, List<T> rows, Function<T, @Nullable Object> value) {
        return new Column(type, rows.stream().map(value).toArray());
    }

    private static void write(Connection connection, String sql, List<Column> columns) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                statement.setArray(i + 1, connection.createArrayOf(column.type(), column.values()));
            }
            statement.executeUpdate();
        }
    }
}
