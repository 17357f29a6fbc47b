package groundswell.routing.dealing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open ticket that a person has.
 *
 * @param since when they got it
 * @param unanswered whether the customer waits for an answer
 * @param pending whether it waits for the customer
 * @param revision its present assignment
 */
record Held(
        UUID ticketId,
        @Nullable String team,
        UUID person,
        Instant since,
        boolean unanswered,
        boolean pending,
        int revision) {}
