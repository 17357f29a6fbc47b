package groundswell.ticket.shown;

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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Policy: what routing-service found out about a ticket stands on the ticket, in the words of its taxonomy. A later finding replaces an earlier one. */
@ApplicationScoped
public class WhenRoutedThenShow implements BatchPolicy<WhenRoutedThenShow.Findings> {
    private static final ObjectMapper JSON = JsonEvents.mapper();

    /** Our reading of {@code classified.v1}. */
    public record Classified(
            UUID ticketId, @Nullable String theme, @Nullable List<String> secondary) {}

    /** Our reading of {@code routed.v1}. */
    public record Routed(
            UUID ticketId, String lane, @Nullable String bestTeam, double confidence, String decidedBy) {}

    /** The last of each kind per ticket: the ones before it would be overwritten in the same transaction. */
    public record Findings(Map<UUID, Classified> classified, Map<UUID, Routed> routed, List<Taxonomy> taxonomies) {}

    @Override
    public Findings prepare(List<Delivery> batch) {
        var findings = new Findings(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        for (var delivery : batch) {
            switch (delivery.type()) {
                case "groundswell.routing.classified.v1" -> {
                    var event = read(delivery, Classified.class);
                    findings.classified().put(event.ticketId(), event);
                }
                case "groundswell.routing.routed.v1" -> {
                    var event = read(delivery, Routed.class);
                    findings.routed().put(event.ticketId(), event);
                }
                case Taxonomy.TYPE -> findings.taxonomies().add(read(delivery, Taxonomy.class));
                default -> {} // not ours to show
            }
        }
        return findings;
    }

    @Override
    public void apply(Findings findings, InboxTransaction transaction) throws SQLException {
        var connection = transaction.connection();
        showThemes(connection, findings.classified().values());
        showRoutes(connection, findings.routed().values());
        for (var taxonomy : findings.taxonomies()) {
            taxonomy.put(transaction);
        }
    }

    private static void showThemes(Connection connection, Collection<Classified> classified) throws SQLException {
        if (classified.isEmpty()) {
            return;
        }
        try (var upsert = connection.prepareStatement("insert into ticket_shown (ticket_id, theme, secondary)"
                + " select t, theme, string_to_array(secondary, ',') from unnest(?::uuid[], ?::text[], ?::text[])"
                + " u(t, theme, secondary) on conflict (ticket_id) do update"
                + " set theme = excluded.theme, secondary = excluded.secondary")) {
            column(upsert, 1, "uuid", classified, Classified::ticketId);
            column(upsert, 2, "text", classified, Classified::theme);
            column(upsert, 3, "text", classified, c -> c.secondary() == null ? "" : String.join(",", c.secondary()));
            upsert.executeUpdate();
        }
    }

    private static void showRoutes(Connection connection, Collection<Routed> routed) throws SQLException {
        if (routed.isEmpty()) {
            return;
        }
        try (var upsert = connection.prepareStatement(
                "insert into ticket_shown (ticket_id, lane, best_team, confidence, decided_by)"
                        + " select * from unnest(?::uuid[], ?::text[], ?::text[], ?::float8[], ?::text[])"
                        + " on conflict (ticket_id) do update set lane = excluded.lane, best_team = excluded.best_team,"
                        + " confidence = excluded.confidence, decided_by = excluded.decided_by")) {
            column(upsert, 1, "uuid", routed, Routed::ticketId);
            column(upsert, 2, "text", routed, Routed::lane);
            column(upsert, 3, "text", routed, Routed::bestTeam);
            column(upsert, 4, "float8", routed, Routed::confidence);
            column(upsert, 5, "text", routed, Routed::decidedBy);
            upsert.executeUpdate();
        }
    }

    static <T> void column(
            java.sql.PreparedStatement to,
            int at,
            String type,
            Collection<T> rows,
            Function<T, ? extends @Nullable Object> value)
            throws SQLException {
        var values = new @Nullable Object[rows.size()];
        int i = 0;
        for (var row : rows) {
            values[i++] = value.apply(row);
        }
        to.setArray(at, to.getConnection().createArrayOf(type, values));
    }

    static <T> T read(Delivery delivery, Class<T> type) {
        try {
            return JSON.readValue(delivery.data(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("An event of type " + delivery.type() + " cannot be read", e);
        }
    }
}
