package groundswell.routing.asking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.JsonEvents;
import groundswell.routing.AssignTicket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A wish as ticket-service reads it: {@code groundswell.ticket.assign.v1}, a CloudEvent in binary mode. */
final class AssignCommand {
    static final String TOPIC = "ticket.commands.v1";
    static final String TYPE = "groundswell.ticket.assign.v1";

    private static final ObjectMapper JSON = JsonEvents.mapper();

    private record Data(
            UUID ticketId,
            @Nullable String team,
            @Nullable UUID assigneeId,
            int assignmentRevision,
            @Nullable String reason) {}

    static ProducerRecord<String, byte[]> of(AssignTicket wish, Instant now) {
        var data = new Data(wish.ticketId(), wish.team(), wish.assignee(), wish.assignmentRevision(), wish.reason());
        var record = new ProducerRecord<>(TOPIC, wish.ticketId().toString(), json(data));
        put(record.headers(), "ce_specversion", "1.0");
        put(record.headers(), "ce_id", wish.id().toString());
        put(record.headers(), "ce_type", TYPE);
        put(record.headers(), "ce_source", "/groundswell/routing-service");
        put(record.headers(), "ce_subject", wish.ticketId().toString());
        put(record.headers(), "ce_time", now.toString());
        put(record.headers(), "ce_datacontenttype", "application/json");
        put(record.headers(), "content-type", "application/json");
        put(record.headers(), "ce_correlationid", wish.cause().correlationId());
        put(record.headers(), "ce_causationid", wish.cause().causationId());
        put(record.headers(), "ce_actor", wish.cause().actor());
        put(record.headers(), "traceparent", wish.cause().traceparent());
        return record;
    }

    private static byte[] json(Data data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private AssignCommand() {}
}
