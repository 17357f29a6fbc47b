package groundswell.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads streams: their events in order, their head, and what they were at an earlier version. */
final class History<C, S, E> {
    private static final ObjectReader JSON = JsonEvents.mapper().readerFor(JsonNode.class);

    static final String STREAM = "select version, position, event_id, type, data, meta, recorded_at from journal_event"
            + " where topic = ? and partition = ? and stream_id = ? and version <= ? order by version";

    private final JournalDefinition<C, S, E> definition;
    private final ObjectReader states;

    History(JournalDefinition<C, S, E> definition) {
        this.definition = definition;
        this.states = JsonEvents.mapper().readerFor(definition.state());
    }

    List<Recorded<E>> read(Connection connection, String stream, long upTo) throws SQLException {
        var slots = definition.slots();
        try (var query = connection.prepareStatement(STREAM)) {
            query.setString(1, slots.topic());
            query.setInt(2, slots.of(stream));
            query.setString(3, stream);
            query.setLong(4, upTo);
            var events = new ArrayList<Recorded<E>>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    events.add(recorded(stream, row));
                }
            }
            return events;
        }
    }

    private Recorded<E> recorded(String stream, ResultSet row) throws SQLException {
        return new Recorded<>(
                stream,
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, UUID.class),
                definition.format().read(row.getString(4), row.getBytes(5)),
                cause(row.getString(6)),
                row.getTimestamp(7).toInstant());
    }

    /** Folded from the events: what the stream was when it had that version. */
    Head<S> at(Connection connection, String stream, long version) throws SQLException {
        var state = definition.decider().initial();
        long last = 0;
        for (var event : read(connection, stream, version)) {
            state = definition.decider().evolve(state, event.event());
            last = event.version();
        }
        return new Head<>(stream, last, state);
    }

    @Nullable
    Head<S> head(Connection connection, String stream) throws SQLException {
        try (var query =
                connection.prepareStatement("select version, state::text from journal_stream where stream_id = ?")) {
            query.setString(1, stream);
            try (var row = query.executeQuery()) {
                return row.next() ? new Head<>(stream, row.getLong(1), state(row.getString(2))) : null;
            }
        }
    }

    S state(String json) {
        try {
            return states.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A snapshot cannot be read", e);
        }
    }

    private static Cause cause(String meta) {
        try {
            JsonNode node = JSON.readTree(meta);
            return new Cause(
                    node.path("actor").asText(),
                    node.path("correlationid").asText(),
                    text(node, "causationid"),
                    text(node, "traceparent"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event's cause cannot be read", e);
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.get(field);
        return value == null ? null : value.asText();
    }
}
