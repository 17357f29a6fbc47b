package groundswell.consent;

import groundswell.consent.Conversation.Message;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tickets whose events have arrived here. A ticket may exist and not be known yet: ask again shortly. */
public interface KnownTickets {
    Optional<KnownTicket> find(UUID ticketId);

    /**
     * What each requester wrote last, if that was after the moment given with the ticket; without those whose words are
     * unreadable, such as the erased.
     */
    Map<UUID, Message> lastWords(Map<UUID, Instant> after);

    /** Empty once the requester has been erased. */
    Optional<Conversation> conversation(UUID ticketId);
}
