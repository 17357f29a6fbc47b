package groundswell.consent.tickets;

import com.fasterxml.jackson.databind.ObjectMapper;
import groundswell.journal.JsonEvents;
import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Each ticket's main theme, as routing-service last recorded it, and what the themes are called. */
@ApplicationScoped
class ThemesProjection implements BatchPolicy<ThemesProjection.Told> {
    /** Our reading of {@code classified.v1}. */
    record Classified(UUID ticketId, String theme) {}

    record Told(Map<UUID, String> themes, List<Taxonomy> taxonomies) {}

    static final String TYPE = "groundswell.routing.classified.v1";
    private static final ObjectMapper JSON = JsonEvents.mapper();
    private static final String PUT =
            "insert into ticket_theme (ticket_id, theme) select * from unnest(?::uuid[], ?::text[])"
                    + " on conflict (ticket_id) do update set theme = excluded.theme";

    @Override
    public Told prepare(List<Delivery> batch) {
        var told = new Told(new LinkedHashMap<>(), new ArrayList<>());
        for (var delivery : batch) {
            if (delivery.type().equals(TYPE)) {
                var classified = read(delivery.data(), Classified.class);
                told.themes().put(classified.ticketId(), classified.theme());
            } else if (delivery.type().equals(Taxonomy.TYPE)) {
                told.taxonomies().add(read(delivery.data(), Taxonomy.class));
            }
        }
        return told;
    }

    static <T> T read(byte[] data, Class<T> type) {
        try {
            return JSON.readValue(data, type);
        } catch (IOException e) {
            throw new UncheckedIOException("A " + type.getSimpleName() + " cannot be read", e);
        }
    }

    @Override
    public void apply(Told told, InboxTransaction transaction) throws SQLException {
        for (var taxonomy : told.taxonomies()) {
            taxonomy.put(transaction);
        }
        if (!told.themes().isEmpty()) {
            put(told.themes(), transaction.connection());
        }
    }

    private static void put(Map<UUID, String> themes, Connection connection) throws SQLException {
        try (var put = connection.prepareStatement(PUT)) {
            put.setArray(1, connection.createArrayOf("uuid", themes.keySet().toArray()));
            put.setArray(2, connection.createArrayOf("text", themes.values().toArray()));
            put.executeUpdate();
        }
    }
}
