package groundswell.ticket.shown;

import static groundswell.ticket.shown.WhenRoutedThenShow.column;

import groundswell.journal.inbox.BatchPolicy;
import groundswell.journal.inbox.Delivery;
import groundswell.journal.inbox.InboxTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Policy: a ticket shows what its requester allows. Requests about one ticket may come in any order among each other, so
 * the latest by time counts, and of two at the same time the one with the greater id: the same whichever came first.
 */
@ApplicationScoped
public class WhenConsentChangesThenShow implements BatchPolicy<List<WhenConsentChangesThenShow.Consent>> {
    private static final String PREFIX = "groundswell.consent.";
    private static final Set<String> KNOWN = Set.of("asked", "granted", "declined", "withdrawn", "expired");
    private static final Comparator<Consent> BY_TIME = Comparator.comparing(Consent::at)
            .thenComparing(consent -> consent.requestId().toString());

    /** Our reading of the five events of a consent. */
    public record ConsentEvent(
            UUID requestId,
            @Nullable UUID ticketId,
            @Nullable List<String> scopes,
            @Nullable Instant until,
            Instant at) {}

    /** What a ticket shall show. */
    public record Consent(
            UUID ticketId,
            UUID requestId,
            String state,
            List<String> scopes,
            @Nullable Instant until,
            Instant at) {}

    @Override
    public List<Consent> prepare(List<Delivery> batch) {
        var latest = new LinkedHashMap<UUID, Consent>();
        for (var delivery : batch) {
            var state = state(delivery.type());
            if (KNOWN.contains(state)) {
                var event = WhenRoutedThenShow.read(delivery, ConsentEvent.class);
                if (event.ticketId() != null) {
                    latest.merge(
                            event.ticketId(),
                            consent(event.ticketId(), event, state),
                            WhenConsentChangesThenShow::later);
                }
            }
        }
        return new ArrayList<>(latest.values());
    }

    private static String state(String type) {
        return type.startsWith(PREFIX) && type.endsWith(".v1")
                ? type.substring(PREFIX.length(), type.length() - 3)
                : "";
    }

    private static Consent consent(UUID ticketId, ConsentEvent event, String state) {
        boolean stands = state.equals("granted");
        return new Consent(
                ticketId,
                event.requestId(),
                state,
                stands && event.scopes() != null ? event.scopes() : List.of(),
                stands ? event.until() : null,
                event.at());
    }

    /** Events of one request come in order, so at equal time the new one counts. */
    private static Consent later(Consent before, Consent now) {
        return BY_TIME.compare(now, before) >= 0 ? now : before;
    }

    @Override
    public void apply(List<Consent> consents, InboxTransaction transaction) throws SQLException {
        if (consents.isEmpty()) {
            return;
        }
        try (var upsert = transaction
                .connection()
                .prepareStatement("insert into ticket_shown as shown"
                        + " (ticket_id, consent_request, consent, consent_scopes, consent_until, consent_at)"
                        + " select t, r, state, string_to_array(scopes, ','), until, at from"
                        + " unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])"
                        + " u(t, r, state, scopes, until, at) on conflict (ticket_id) do update set"
                        + " consent_request = excluded.consent_request, consent = excluded.consent,"
                        + " consent_scopes = excluded.consent_scopes, consent_until = excluded.consent_until,"
                        + " consent_at = excluded.consent_at where shown.consent_at is null"
                        + " or (excluded.consent_at, excluded.consent_request::text collate \"C\")"
                        + " >= (shown.consent_at, shown.consent_request::text collate \"C\")")) {
            column(upsert, 1, "uuid", consents, Consent::ticketId);
            column(upsert, 2, "uuid", consents, Consent::requestId);
            column(upsert, 3, "text", consents, Consent::state);
            column(upsert, 4, "text", consents, consent -> String.join(",", consent.scopes()));
            column(upsert, 5, "timestamptz", consents, consent -> text(consent.until()));
            column(upsert, 6, "timestamptz", consents, consent -> text(consent.at()));
            upsert.executeUpdate();
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
