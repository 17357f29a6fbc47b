package groundswell.ticket.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.JsonEvents;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people wrote, and who they are: sealed on the way into an event, opened on the way to a reader. */
@ApplicationScoped
public class Letters {
    private static final ObjectMapper JSON = JsonEvents.mapper();

    /** Which text of a message. */
    public enum Part {
        SUBJECT,
        BODY,
        REQUESTER,
        CUSTOM;

        Place of(UUID ticketId, UUID messageId) {
            return new Place(ticketId.toString(), messageId.toString(), name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private final Seals seals;

    Letters(Seals seals) {
        this.seals = seals;
    }

    public Sealed seal(UUID requester, UUID ticketId, UUID messageId, Part part, String text) {
        return seals.seal(requester, part.of(ticketId, messageId), text);
    }

    public Sealed seal(UUID requester, UUID ticketId, UUID messageId, Part part, Object value) {
        try {
            return seal(requester, ticketId, messageId, part, JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A value cannot be sealed", e);
        }
    }

    /** Null once the person has been erased. */
    public @Nullable String open(@Nullable Sealed sealed, UUID ticketId, UUID messageId, Part part) {
        return sealed == null
                ? null
                : seals.open(sealed, part.of(ticketId, messageId)).orElse(null);
    }

    public @Nullable Person person(Sealed sealed, UUID ticketId, UUID messageId) {
        return read(open(sealed, ticketId, messageId, Part.REQUESTER), Person.class);
    }

    @SuppressWarnings("unchecked")
    public @Nullable Map<String, Object> custom(@Nullable Sealed sealed, UUID ticketId, UUID messageId) {
        return read(open(sealed, ticketId, messageId, Part.CUSTOM), Map.class);
    }

    private static <T> @Nullable T read(@Nullable String json, Class<T> type) {
        try {
            return json == null ? null : JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A sealed value has another form than expected: " + type.getSimpleName());
        }
    }
}
