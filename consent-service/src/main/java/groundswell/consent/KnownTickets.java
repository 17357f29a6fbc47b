package groundswell.consent;

import java.util.Optional;
import java.util.UUID;

/** The tickets whose events have arrived here. A ticket may exist and not be known yet: ask again shortly. */
public interface KnownTickets {
    Optional<KnownTicket> find(UUID ticketId);

    /** Empty once the requester has been erased. */
    Optional<Conversation> conversation(UUID ticketId);
}
