package groundswell.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import groundswell.journal.JsonEvents;
import groundswell.journal.Slots;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import groundswell.journal.seal.SubjectKeys;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Plays ticket-service: publishes its events as it would, with dense positions and sealed words. */
@Singleton
public class TicketFeed {
    /** Positions go on across the test classes of one run: they share the broker. */
    private static final Map<Integer, AtomicLong> POSITIONS = new HashMap<>();

    private static final Map<UUID, Long> VERSIONS = new ConcurrentHashMap<>();

    private static final AtomicLong NUMBERS = new AtomicLong(4000);

    private final DataSource database;
    private final SubjectKeys keys;
    private final Seals seals;
    private final KafkaProducer<String, byte[]> producer;

    TicketFeed(
            DataSource database,
            SubjectKeys keys,
            Seals seals,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40)); // the first texts wait until the themes are learnt
        this.database = database;
        this.keys = keys;
        this.seals = seals;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A ticket on its way; change what matters, then {@link #open}. */
    public static final class NewTicket {
        final UUID id = UUID.randomUUID();
        final UUID requester = UUID.randomUUID();
        String subject = "";
        String body = "";
        boolean erased;
        boolean imported;
        boolean bigCustomer;
        List<String> tags = List.of();
        String priority = "P3";
        Instant at = Instant.now();

        public static NewTicket saying(String subject, String body) {
            var ticket = new NewTicket();
            ticket.subject = subject;
            ticket.body = body;
            return ticket;
        }

        public UUID id() {
            return id;
        }

        public NewTicket tagged(String... words) {
            tags = List.of(words);
            return this;
        }

        public NewTicket ofBigCustomer() {
            bigCustomer = true;
            return this;
        }

        public NewTicket erased() {
            erased = true;
            return this;
        }

        public NewTicket openedAt(Instant when) {
            at = when;
            return this;
        }

        public NewTicket priority(String code) {
            priority = code;
            return this;
        }

        public NewTicket imported() {
            imported = true;
            return this;
        }
    }

    public UUID open(NewTicket ticket) {
        var message = UUID.randomUUID();
        key(ticket.requester);
        var data = new LinkedHashMap<String, Object>();
        data.put("ticketId", ticket.id);
        data.put("number", NUMBERS.incrementAndGet());
        data.put("requesterId", ticket.requester);
        data.put("accountId", "acme");
        data.put("plan", "team");
        data.put("bigCustomer", ticket.bigCustomer);
        data.put("channel", "email");
        data.put("priority", ticket.priority);
        data.put("tags", ticket.tags);
        data.put("messageId", message);
        data.put("subject", seal(ticket, message, "subject", ticket.subject));
        data.put("description", seal(ticket, message, "body", ticket.body));
        data.put("requester", seal(ticket, message, "requester", "{}"));
        data.put("history", "first");
        data.put("earlierTickets", 0);
        data.put("imported", ticket.imported);
        data.put("at", ticket.at);
        if (ticket.erased) erase(ticket.requester);
        send(ticket.id, "opened", data, "system:test", UUID.randomUUID().toString());
        return ticket.id;
    }

    public void assigned(UUID ticket, String team, int revision, String actor, String cause) {
        assigned(ticket, team, null, revision, actor, cause);
    }

    public void assigned(UUID ticket, @Nullable String team, @Nullable UUID person, int revision) {
        assigned(ticket, team, person, revision, "agent:x", "x");
    }

    public void assigned(
            UUID ticket, @Nullable String team, @Nullable UUID person, int revision, String actor, String cause) {
        var data = new LinkedHashMap<String, Object>();
        data.put("ticketId", ticket);
        if (team != null) data.put("team", team);
        if (person != null) data.put("assigneeId", person);
        data.put("assignmentRevision", revision);
        data.put("at", Instant.now());
        send(ticket, "assigned", data, actor, cause);
    }

    public void refused(UUID ticket, UUID command, int revision) {
        send(
                ticket,
                "assignment-refused",
                Map.of(
                        "ticketId",
                        ticket,
                        "commandId",
                        command,
                        "assignmentRevision",
                        revision,
                        "reason",
                        "stale-assignment",
                        "at",
                        Instant.now()),
                "policy:test",
                command.toString());
    }

    public void reopened(UUID ticket) {
        send(ticket, "reopened", Map.of("ticketId", ticket, "reopening", 1, "at", Instant.now()), "agent:x", "x");
    }

    public void resolved(UUID ticket) {
        send(ticket, "resolved", Map.of("ticketId", ticket, "code", "answered", "at", Instant.now()), "agent:x", "x");
    }

    /** Any event of ids and codes: {@code replied}, {@code customer-replied}, {@code paused} … */
    public void happened(UUID ticket, String type, Instant at) {
        send(ticket, type, Map.of("ticketId", ticket, "at", at), "agent:x", "x");
    }

    /** An event that nobody can read. */
    public void garbled(UUID ticket) {
        send(ticket, "resolved", Map.of("ticketId", "not an id"), "system:test", "x");
    }

    private void send(UUID ticket, String type, Map<String, Object> data, String actor, String cause) {
        int partition = new Slots("ticket.events.v1", 12).of(ticket.toString());
        long position =
                POSITIONS.computeIfAbsent(partition, _ -> new AtomicLong()).incrementAndGet();
        var record = new ProducerRecord<>("ticket.events.v1", partition, ticket.toString(), json(data));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "groundswell.ticket." + type + ".v1",
                        "ce_source",
                        "/groundswell/ticket-service",
                        "ce_subject",
                        ticket.toString(),
                        "ce_time",
                        Instant.now().toString(),
                        "ce_position",
                        Long.toString(position),
                        "ce_version",
                        Long.toString(VERSIONS.merge(ticket, 1L, Long::sum)),
                        "ce_correlationid",
                        "test",
                        "ce_actor",
                        actor)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        record.headers().add("ce_causationid", cause.getBytes(StandardCharsets.UTF_8));
        producer.send(record);
        producer.flush();
    }

    private Sealed seal(NewTicket ticket, UUID message, String field, String text) {
        return seals.seal(ticket.requester, new Place(ticket.id.toString(), message.toString(), field), text);
    }

    private void key(UUID subject) {
        try (var connection = database.getConnection()) {
            keys.create(connection, List.of(subject));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void erase(UUID subject) {
        try (var connection = database.getConnection()) {
            keys.erase(connection, subject);
            keys.forget(subject);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] json(Map<String, Object> data) {
        try {
            return JsonEvents.mapper().writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
