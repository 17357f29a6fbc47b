package groundswell.consent.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.consent.Conversation;
import groundswell.consent.Conversation.Message;
import groundswell.consent.Conversation.Person;
import groundswell.consent.KnownTicket;
import groundswell.consent.KnownTickets;
import groundswell.consent.journal.DatabaseAway;
import groundswell.journal.JsonEvents;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads what {@link TicketsProjection} keeps, and opens boxes only for the caller's moment. */
@ApplicationScoped
class KnownTicketsInDatabase implements KnownTickets {
    private static final ObjectMapper JSON = JsonEvents.mapper();
    private static final String TICKET =
            "select k.*, t.theme from known_ticket k left join ticket_theme t using (ticket_id)"
                    + " where ticket_id = ?";
    private static final String MESSAGES =
            "select * from known_message where ticket_id = ? order by at, message_id limit 200";

    private static final String LAST_WORDS =
            "select distinct on (m.ticket_id) m.ticket_id, k.requester_id, m.message_id, m.body_box, m.at"
                    + " from unnest(?::uuid[], ?::timestamptz[]) as t (ticket, after)"
                    + " join known_message m on m.ticket_id = t.ticket and m.at > t.after and m.by_customer"
                    + " join known_ticket k on k.ticket_id = m.ticket_id"
                    + " order by m.ticket_id, m.at desc, m.message_id desc";

    private final DataSource database;
    private final Seals seals;

    KnownTicketsInDatabase(DataSource database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    @Override
    public Optional<KnownTicket> find(UUID ticketId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(TICKET)) {
            query.setObject(1, ticketId);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(ticket(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }

    private static KnownTicket ticket(ResultSet row) throws SQLException {
        return new KnownTicket(
                row.getObject("ticket_id", UUID.class),
                row.getLong("number"),
                row.getObject("requester_id", UUID.class),
                row.getString("account_id"),
                row.getString("industry"),
                row.getString("size"),
                row.getString("theme"),
                row.getString("resolution"),
                row.getTimestamp("opened_at").toInstant());
    }

    private record Boxes(UUID subject, UUID messageId, String subjectBox, String requesterBox) {}

    private record MessageBox(UUID messageId, boolean byCustomer, String box, Instant at) {}

    @Override
    public Optional<Conversation> conversation(UUID ticketId) {
        Boxes boxes;
        List<MessageBox> messages;
        try (var connection = database.getConnection()) {
            boxes = boxes(connection, ticketId);
            messages = messages(connection, ticketId);
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
        return boxes == null ? Optional.empty() : open(ticketId, boxes, messages);
    }

    private record Last(UUID ticketId, UUID requesterId, MessageBox message) {}

    @Override
    public Map<UUID, Message> lastWords(Map<UUID, Instant> after) {
        var words = new HashMap<UUID, Message>();
        for (var last : after.isEmpty() ? List.<Last>of() : lastBoxes(after)) {
            var box = last.message();
            open(last.requesterId(), last.ticketId(), box.messageId(), "body", box.box())
                    .ifPresent(text -> words.put(last.ticketId(), new Message(true, text, box.at())));
        }
        return words;
    }

    private List<Last> lastBoxes(Map<UUID, Instant> after) {
        var tickets = List.copyOf(after.entrySet());
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(LAST_WORDS)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", tickets.stream().map(Map.Entry::getKey).toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "timestamptz",
                            tickets.stream()
                                    .map(ticket -> ticket.getValue().toString())
                                    .toArray()));
            var found = new ArrayList<Last>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new Last(
                            row.getObject("ticket_id", UUID.class),
                            row.getObject("requester_id", UUID.class),
                            message(row, true)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseAway(e);
        }
    }

    private static MessageBox message(ResultSet row, boolean byCustomer) throws SQLException {
        return new MessageBox(
                row.getObject("message_id", UUID.class),
                byCustomer,
                row.getString("body_box"),
                row.getTimestamp("at").toInstant());
    }

    private static @org.jspecify.annotations.Nullable Boxes boxes(Connection connection, UUID ticketId)
            throws SQLException {
        try (var query = connection.prepareStatement(TICKET)) {
            query.setObject(1, ticketId);
            try (var row = query.executeQuery()) {
                return row.next()
                        ? new Boxes(
                                row.getObject("requester_id", UUID.class),
                                row.getObject("message_id", UUID.class),
                                row.getString("subject_box"),
                                row.getString("requester_box"))
                        : null;
            }
        }
    }

    private static List<MessageBox> messages(Connection connection, UUID ticketId) throws SQLException {
        try (var query = connection.prepareStatement(MESSAGES)) {
            query.setObject(1, ticketId);
            var found = new ArrayList<MessageBox>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(message(row, row.getBoolean("by_customer")));
                }
            }
            return found;
        }
    }

    private Optional<Conversation> open(UUID ticketId, Boxes boxes, List<MessageBox> messages) {
        var first = boxes.messageId();
        var subject = open(boxes.subject(), ticketId, first, "subject", boxes.subjectBox());
        var requester = open(boxes.subject(), ticketId, first, "requester", boxes.requesterBox());
        if (subject.isEmpty() || requester.isEmpty()) {
            return Optional.empty();
        }
        var texts = new ArrayList<Message>();
        for (var box : messages) {
            open(boxes.subject(), ticketId, box.messageId(), "body", box.box())
                    .ifPresent(text -> texts.add(new Message(box.byCustomer(), text, box.at())));
        }
        return Optional.of(new Conversation(subject.get(), person(requester.get()), List.copyOf(texts)));
    }

    private Optional<String> open(UUID subject, UUID ticketId, UUID messageId, String field, String box) {
        return seals.open(new Sealed(subject, box), new Place(ticketId.toString(), messageId.toString(), field));
    }

    private static Person person(String json) {
        try {
            return JSON.readValue(json, Person.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A requester cannot be read");
        }
    }
}
