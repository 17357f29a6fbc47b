package groundswell.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we know of a ticket from its own events, as far as it identifies nobody. */
public record KnownTicket(
        UUID ticketId,
        long number,
        UUID requesterId,
        @Nullable String accountId,
        @Nullable String industry,
        @Nullable String size,
        @Nullable String theme,
        @Nullable String resolution,
        Instant openedAt) {
    /** As people call it. */
    public String name() {
        return "TKT-" + number;
    }
}
