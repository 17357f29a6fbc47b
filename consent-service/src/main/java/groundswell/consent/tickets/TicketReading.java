package groundswell.consent.tickets;

import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.JsonEvents;
import groundswell.journal.inbox.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns deliveries into what we have heard; skips the types we have no use for. */
final class TicketReading {
    private static final ObjectMapper JSON = JsonEvents.mapper();
    static final Map<String, Class<? extends TicketHeard>> TYPES = Map.of(
            "groundswell.ticket.opened.v1", TicketHeard.Opened.class,
            "groundswell.ticket.replied.v1", TicketHeard.Replied.class,
            "groundswell.ticket.customer-replied.v1", TicketHeard.CustomerReplied.class,
            "groundswell.ticket.resolved.v1", TicketHeard.Resolved.class,
            "groundswell.ticket.reopened.v1", TicketHeard.Reopened.class);

    static List<TicketHeard> of(List<Delivery> batch) {
        return batch.stream()
                .<TicketHeard>map(d -> of(d.type(), d.data()))
                .filter(Objects::nonNull)
                .toList();
    }

    static @org.jspecify.annotations.Nullable TicketHeard of(String type, byte[] data) {
        var known = TYPES.get(type);
        if (known == null) {
            return null;
        }
        try {
            return JSON.readValue(data, known);
        } catch (IOException e) {
            throw new UncheckedIOException("An event of type " + type + " cannot be read", e);
        }
    }

    private TicketReading() {}
}
