package groundswell.routing;

import groundswell.journal.seal.KeyNotYetKnown;
import java.util.Optional;
import java.util.UUID;

/** What tickets say. */
public interface TicketTexts {
    /** Subject and description, and whose they are. */
    record Words(UUID requesterId, String text) {}

    /**
     * Empty where no such ticket is known, the requester was erased, or the seal is broken.
     *
     * @throws KeyNotYetKnown where the requester's key is still on its way
     */
    Optional<Words> of(UUID ticketId);

    /** What it says, if that can be read now. */
    default Optional<String> readable(UUID ticketId) {
        try {
            return of(ticketId).map(Words::text);
        } catch (KeyNotYetKnown e) {
            return Optional.empty();
        }
    }
}
