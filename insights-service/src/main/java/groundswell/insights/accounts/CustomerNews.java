package groundswell.insights.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our reading of {@code ticket.events.v1}: what it says of customers. */
public sealed interface CustomerNews {
    Instant at();

    record Opened(UUID ticketId, @Nullable String accountId, Instant at) implements CustomerNews {}

    /** @param churnedAt null while it is a customer */
    record AccountDescribed(String accountId, @Nullable Instant churnedAt, Instant at) implements CustomerNews {}

    record CustomersCounted(LocalDate day, long active, Instant at) implements CustomerNews {}
}
