package groundswell.consent.tickets;

import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.JsonEvents;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Each ticket's main theme, as routing-service last recorded it. */
@ApplicationScoped
class ThemesProjection implements BatchPolicy<Map<UUID, String>> {
    /** Our reading of {@code classified.v1}. */
    record Classified(UUID ticketId, String theme) {}

    static final String TYPE = "groundswell.routing.classified.v1";
    private static final ObjectMapper JSON = JsonEvents.mapper();
    private static final String PUT =
            "insert into ticket_theme (ticket_id, theme) select * from unnest(?::uuid[], ?::text[])"
                    + " on conflict (ticket_id) do update set theme = excluded.theme";

    @Override
    public Map<UUID, String> prepare(List<Delivery> batch) {
        var themes = new LinkedHashMap<UUID, String>();
        for (var delivery : batch) {
            if (delivery.type().equals(TYPE)) {
                var classified = read(delivery.data());
                themes.put(classified.ticketId(), classified.theme());
            }
        }
        return themes;
    }

    static Classified read(byte[] data) {
        try {
            return JSON.readValue(data, Classified.class);
        } catch (IOException e) {
            throw new UncheckedIOException("A classification cannot be read", e);
        }
    }

    @Override
    public void apply(Map<UUID, String> themes, InboxTransaction transaction) throws SQLException {
        if (themes.isEmpty()) {
            return;
        }
        var connection = transaction.connection();
        try (var put = connection.prepareStatement(PUT)) {
            put.setArray(1, connection.createArrayOf("uuid", themes.keySet().toArray()));
            put.setArray(2, connection.createArrayOf("text", themes.values().toArray()));
            put.executeUpdate();
        }
    }
}
