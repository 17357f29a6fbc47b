package groundswell.routing.choosing;

import groundswell.journal.seal.Place;
import groundswell.journal.seal.SealBroken;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** A ticket's words, opened for a moment and kept nowhere. */
@Singleton
class TicketText {
    private static final Logger LOG = Logger.getLogger(TicketText.class);

    private final Seals seals;

    TicketText(Seals seals) {
        this.seals = seals;
    }

    /**
     * Subject and description, or empty where the requester was erased or the seal is broken: then a person decides.
     *
     * @throws groundswell.journal.seal.KeyNotYetKnown where the requester's key is still on its way
     */
    Optional<String> open(UUID ticketId, UUID messageId, Sealed subject, Sealed description) {
        try {
            var title = seals.open(subject, new Place(ticketId.toString(), messageId.toString(), "subject"));
            var body = seals.open(description, new Place(ticketId.toString(), messageId.toString(), "body"));
            return title.flatMap(first -> body.map(rest -> first + "\n" + rest));
        } catch (SealBroken e) {
            LOG.warnf("The text of ticket %s does not open; it goes to triage", ticketId);
            return Optional.empty();
        }
    }
}
