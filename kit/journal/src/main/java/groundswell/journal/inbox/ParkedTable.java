package groundswell.journal.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.Cause;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code journal_parked}: a delivery is kept whole, so that it can be applied later as if it had just come. */
record ParkedTable(String consumer) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void insert(Connection connection, Delivery delivery, String error) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into journal_parked (consumer, topic, partition, position, offset_, stream_id, headers, data, error)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing""")) {
            insert.setString(1, consumer);
            insert.setString(2, delivery.topic());
            insert.setInt(3, delivery.partition());
            insert.setLong(4, delivery.position());
            insert.setLong(5, delivery.offset());
            insert.setString(6, delivery.stream());
            insert.setString(7, headers(delivery));
            insert.setBytes(8, delivery.data());
            insert.setString(9, error);
            insert.executeUpdate();
        }
    }

    /** The stream's earliest parked delivery. */
    Optional<Delivery> first(Connection connection, String topic, String stream) throws SQLException {
        try (var select = connection.prepareStatement("""
                select topic, partition, offset_, position, stream_id, headers, data from journal_parked
                where consumer = ? and topic = ? and stream_id = ? order by partition, offset_ limit 1""")) {
            select.setString(1, consumer);
            select.setString(2, topic);
            select.setString(3, stream);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(delivery(row)) : Optional.empty();
            }
        }
    }

    boolean delete(Connection connection, String topic, int partition, long offset) throws SQLException {
        try (var delete = connection.prepareStatement("""
                delete from journal_parked where consumer = ? and topic = ? and partition = ? and offset_ = ?""")) {
            delete.setString(1, consumer);
            delete.setString(2, topic);
            delete.setInt(3, partition);
            delete.setLong(4, offset);
            return delete.executeUpdate() > 0;
        }
    }

    private static String headers(Delivery delivery) {
        var all = new HashMap<String, @Nullable String>();
        all.put("key", delivery.key());
        all.put("ce_id", delivery.eventId().toString());
        all.put("ce_type", delivery.type());
        all.put("ce_version", Long.toString(delivery.version()));
        all.put("ce_time", delivery.time().toString());
        all.put("ce_actor", delivery.cause().actor());
        all.put("ce_correlationid", delivery.cause().correlationId());
        all.put("ce_causationid", delivery.cause().causationId());
        all.put("traceparent", delivery.cause().traceparent());
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var headers = new HashMap<String, String>();
        try {
            JSON.readTree(row.getString(6)).properties().forEach(header -> {
                if (!header.getValue().isNull()) {
                    headers.put(header.getKey(), header.getValue().asText());
                }
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return new Delivery(
                row.getString(1),
                row.getInt(2),
                row.getLong(3),
                row.getLong(4),
                text(headers, "key"),
                row.getString(5),
                UUID.fromString(text(headers, "ce_id")),
                text(headers, "ce_type"),
                Long.parseLong(text(headers, "ce_version")),
                Instant.parse(text(headers, "ce_time")),
                new Cause(
                        text(headers, "ce_actor"),
                        text(headers, "ce_correlationid"),
                        headers.get("ce_causationid"),
                        headers.get("traceparent")),
                row.getBytes(7));
    }

    private static String text(Map<String, String> headers, String name) {
        return Objects.requireNonNull(headers.get(name), name);
    }
}
