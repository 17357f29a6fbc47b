package groundswell.routing.choosing;

import groundswell.journal.SqlFailure;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.SealBroken;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import groundswell.routing.TicketTexts;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Tickets' words, opened for a moment and kept nowhere. */
@Singleton
class SealedTexts implements TicketTexts {
    private static final Logger LOG = Logger.getLogger(SealedTexts.class);

    private record Boxes(UUID messageId, Sealed subject, Sealed description) {}

    private final DataSource database;
    private final Seals seals;

    SealedTexts(DataSource database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    @Override
    public Optional<Words> of(UUID ticketId) {
        return boxes(ticketId)
                .flatMap(boxes -> open(ticketId, boxes.messageId(), boxes.subject(), boxes.description())
                        .map(text -> new Words(boxes.subject().subject(), text)));
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

    /** The connection is given back before anything is opened: a key may have to be fetched with another one. */
    private Optional<Boxes> boxes(UUID ticketId) {
        var sql =
                "select message_id, requester_id, subject_box, description_box from routing_ticket where ticket_id = ?";
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, ticketId);
            try (var row = query.executeQuery()) {
                if (!row.next()) return Optional.empty();
                var requester = row.getObject(2, UUID.class);
                return Optional.of(new Boxes(
                        row.getObject(1, UUID.class),
                        new Sealed(requester, row.getString(3)),
                        new Sealed(requester, row.getString(4))));
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
