package groundswell.consent.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import groundswell.consent.KnownTickets;
import groundswell.consent.stories.ThemeNames;
import groundswell.journal.JsonEvents;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import groundswell.journal.seal.SubjectKeys;
import groundswell.stack.TestStack;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;

/** Stands in for ticket-service and routing-service: their events on the real topics, with really sealed boxes. */
@ApplicationScoped
public class TicketFeed {
    /** A ticket as a test tells it. */
    public record Told(
            UUID ticketId, UUID requesterId, UUID messageId, long number, String source, String externalId) {}

    private final DataSource database;
    private final SubjectKeys keys;
    private final Seals seals;
    private final KnownTickets known;
    private final ThemeNames names;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, AtomicLong> positions = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong(5000);

    TicketFeed(DataSource database, SubjectKeys keys, Seals seals, KnownTickets known, ThemeNames names) {
        this.database = database;
        this.keys = keys;
        this.seals = seals;
        this.known = known;
        this.names = names;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestStack.shared().bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    /** A resolved ticket of a new customer, known to the service when this returns. */
    public Told resolvedTicket(String name, String email, String company, String subject, String text, String answer) {
        var told = ticket(name, email, company, subject, text);
        reply(told, answer);
        resolve(told);
        awaitResolved(told);
        return told;
    }

    public Told ticket(String name, String email, String company, String subject, String text) {
        return ticket(told("crm", "C-" + UUID.randomUUID()), name, email, company, subject, text);
    }

    public Told told(String source, String externalId) {
        return new Told(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), numbers.incrementAndGet(), source, externalId);
    }

    public Told ticket(Told t, String name, String email, String company, String subject, String text) {
        createKey(t.requesterId());
        var data = new LinkedHashMap<String, Object>();
        data.put("ticketId", t.ticketId());
        data.put("number", t.number());
        data.put("requesterId", t.requesterId());
        data.put("accountId", "acc-harbour-lane");
        data.put("plan", "team");
        data.put("size", "51-200");
        data.put("industry", "Retail");
        data.put("bigCustomer", false);
        data.put("channel", "email");
        data.put("priority", "P3");
        data.put("tags", List.of());
        data.put("source", t.source());
        data.put("externalId", t.externalId());
        data.put("messageId", t.messageId());
        data.put("subject", seal(t, t.messageId(), "subject", subject));
        data.put("description", seal(t, t.messageId(), "body", text));
        data.put(
                "requester",
                seal(t, t.messageId(), "requester", json(Map.of("name", name, "email", email, "company", company))));
        data.put("history", "first");
        data.put("earlierTickets", 0);
        data.put("imported", false);
        data.put("at", "2026-03-03T09:12:00Z");
        send("ticket.events.v1", "groundswell.ticket.opened.v1", t.ticketId(), data);
        return t;
    }

    public void reply(Told t, String text) {
        var messageId = UUID.randomUUID();
        send(
                "ticket.events.v1",
                "groundswell.ticket.replied.v1",
                t.ticketId(),
                Map.of(
                        "ticketId", t.ticketId(),
                        "messageId", messageId,
                        "authorId", UUID.randomUUID(),
                        "body", seal(t, messageId, "body", text),
                        "at", "2026-03-03T09:47:00Z"));
    }

    public void customerReply(Told t, String text) {
        customerReply(t, text, Instant.parse("2026-03-03T11:03:00Z"));
    }

    public void customerReply(Told t, String text, Instant at) {
        var messageId = UUID.randomUUID();
        send(
                "ticket.events.v1",
                "groundswell.ticket.customer-replied.v1",
                t.ticketId(),
                Map.of(
                        "ticketId",
                        t.ticketId(),
                        "messageId",
                        messageId,
                        "body",
                        seal(t, messageId, "body", text),
                        "at",
                        at.toString()));
    }

    public void resolve(Told t) {
        send(
                "ticket.events.v1",
                "groundswell.ticket.resolved.v1",
                t.ticketId(),
                Map.of(
                        "ticketId", t.ticketId(),
                        "code", "fixed",
                        "productArea", "Billing",
                        "issueType", "Invoice",
                        "agentId", UUID.randomUUID(),
                        "at", "2026-03-03T11:31:00Z"));
    }

    public void classify(Told t, String theme) {
        send(
                "routing.events.v1",
                "groundswell.routing.classified.v1",
                t.ticketId(),
                Map.of(
                        "ticketId",
                        t.ticketId(),
                        "theme",
                        theme,
                        "secondary",
                        List.of(),
                        "confidence",
                        0.94,
                        "model",
                        "rules@1",
                        "at",
                        Instant.now().toString()));
        Awaitility.await()
                .until(() -> known.find(t.ticketId())
                        .filter(k -> theme.equals(k.theme()))
                        .isPresent());
    }

    public void name(String code, String name) {
        send(
                "routing.events.v1",
                "groundswell.routing.taxonomy-published.v1",
                UUID.randomUUID(),
                Map.of(
                        "version",
                        1,
                        "themes",
                        List.of(Map.of("code", code, "name", name, "team", "revenue")),
                        "at",
                        Instant.now().toString()));
        Awaitility.await().until(() -> name.equals(names.all().of(code)));
    }

    public void awaitKnown(Told t) {
        Awaitility.await().until(() -> known.find(t.ticketId()).isPresent());
    }

    public void awaitResolved(Told t) {
        Awaitility.await()
                .until(() -> known.find(t.ticketId())
                        .filter(ticket -> ticket.resolution() != null)
                        .isPresent());
    }

    /** What ticket-service does when a customer is erased, as it arrives here. */
    public void erase(Told t) throws SQLException {
        try (var connection = database.getConnection()) {
            keys.erase(connection, t.requesterId());
        }
        keys.forget(t.requesterId());
    }

    private void createKey(UUID requesterId) {
        try (var connection = database.getConnection()) {
            keys.create(connection, List.of(requesterId));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> seal(Told t, UUID messageId, String field, String text) {
        Sealed sealed =
                seals.seal(t.requesterId(), new Place(t.ticketId().toString(), messageId.toString(), field), text);
        return Map.of("subject", sealed.subject(), "box", sealed.box());
    }

    private synchronized void send(String topic, String type, UUID ticketId, Map<String, ?> data) {
        var key = ticketId.toString();
        var partition =
                Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % NeighbourTopics.PARTITIONS;
        var position = positions
                .computeIfAbsent(topic + partition, _ -> new AtomicLong())
                .incrementAndGet();
        var record = new ProducerRecord<>(topic, partition, key, json(data).getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/groundswell/test",
                        "ce_subject",
                        key,
                        "ce_time",
                        Instant.now().toString(),
                        "content-type",
                        "application/json",
                        "ce_position",
                        Long.toString(position),
                        "ce_version",
                        Long.toString(position))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    private static String json(Object value) {
        try {
            return JsonEvents.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
