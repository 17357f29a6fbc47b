package groundswell.routing;

import groundswell.journal.Cause;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish that ticket-service gives a ticket to a team, and to a person of it or to nobody yet; without a team the
 * ticket keeps the one it has. It is refused where the ticket's assignment has moved on from
 * {@code assignmentRevision}; {@code id} is its request key, so copies do no harm.
 *
 * @param reason code of why
 */
public record AssignTicket(
        UUID id,
        UUID ticketId,
        @Nullable String team,
        @Nullable UUID assignee,
        int assignmentRevision,
        @Nullable String reason,
        Cause cause) {}
