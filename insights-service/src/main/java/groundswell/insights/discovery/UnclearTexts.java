package groundswell.insights.discovery;

import groundswell.insights.Opening;
import groundswell.insights.discovery.Group.Unclear;
import groundswell.insights.discovery.UnclearSample.Sampled;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.SealBroken;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import groundswell.journal.seal.SubjectErased;
import groundswell.language.Embedder;
import groundswell.language.EncodedText;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The texts that are unclear to routing-service, as a model sees them: each embedded once, and kept sealed. */
@Singleton
public class UnclearTexts {
    private static final int AT_ONCE = 50;

    private static final int OPENED_AT_ONCE = 500;

    private static final String KEEP = "insert into insights_encoded values (?, ?, ?, ?) on conflict (ticket_id)"
            + " do update set model = excluded.model, box = excluded.box";

    private static final String BOXES =
            "select ticket_id, requester_id, box from insights_encoded where ticket_id = any (?) and model = ?";

    private static final String FORGET = """
            delete from insights_encoded e where not exists (select from insights_ticket t
                where t.ticket_id = e.ticket_id and t.opened_at >= ?::timestamptz and t.read_confidence < 0.5)""";

    private record Kept(UUID ticketId, Sealed text) {}

    private final DataSource database;
    private final Opening.Source openings;
    private final Embedder embedder;
    private final Seals seals;

    UnclearTexts(DataSource database, Opening.Source openings, Embedder embedder, Seals seals) {
        this.database = database;
        this.openings = openings;
        this.embedder = embedder;
        this.seals = seals;
    }

    List<Sampled> sample(Instant since) throws SQLException {
        try (var connection = database.getConnection()) {
            return UnclearSample.of(connection, since);
        }
    }

    /** Embeds some of those that are not yet; how many. A text that does not open costs no more than a look. */
    int encode(List<Sampled> sampled, int most) throws SQLException {
        var missing = sampled.stream()
                .filter(one -> !isEncoded(one))
                .map(Sampled::ticketId)
                .toList();
        int encoded = 0;
        for (int from = 0; from < missing.size() && encoded < most; from += AT_ONCE) {
            encoded += encode(missing.subList(from, Math.min(missing.size(), from + AT_ONCE)));
        }
        return encoded;
    }

    private boolean isEncoded(Sampled one) {
        return embedder.model().equals(one.model());
    }

    private int encode(List<UUID> tickets) throws SQLException {
        var sealed = new ArrayList<Kept>();
        for (var opening : openings.open(tickets)) {
            var text = EncodedText.of(opening.text(), embedder);
            try {
                var box = seals.seal(
                        opening.requesterId(),
                        place(opening.ticketId()),
                        Base64.getEncoder().encodeToString(text.toBytes()));
                sealed.add(new Kept(opening.ticketId(), box));
            } catch (SubjectErased meanwhile) {
                // nothing of theirs is kept
            }
        }
        try (var connection = database.getConnection();
                var keep = connection.prepareStatement(KEEP)) {
            for (var one : sealed) {
                keep.setObject(1, one.ticketId());
                keep.setObject(2, one.text().subject());
                keep.setString(3, embedder.model());
                keep.setString(4, one.text().box());
                keep.addBatch();
            }
            keep.executeBatch();
        }
        return sealed.size();
    }

    /** Those of the sample that are encoded, without erased customers'. */
    List<Unclear> open(List<Sampled> sampled) throws SQLException {
        var encoded = sampled.stream()
                .filter(one -> one.model() != null)
                .map(Sampled::ticketId)
                .toList();
        var opened = new ArrayList<Unclear>();
        for (int from = 0; from < encoded.size(); from += OPENED_AT_ONCE) {
            boxes(encoded.subList(from, Math.min(encoded.size(), from + OPENED_AT_ONCE)))
                    .forEach(one -> open(one).ifPresent(opened::add));
        }
        return opened;
    }

    /** The connection is given back before anything is opened. In the order of ids: groups do not depend on chance. */
    private List<Kept> boxes(List<UUID> tickets) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(BOXES + " order by ticket_id")) {
            query.setArray(1, connection.createArrayOf("uuid", tickets.toArray()));
            query.setString(2, embedder.model());
            var boxes = new ArrayList<Kept>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    boxes.add(new Kept(
                            row.getObject(1, UUID.class), new Sealed(row.getObject(2, UUID.class), row.getString(3))));
                }
            }
            return boxes;
        }
    }

    private Optional<Unclear> open(Kept one) {
        try {
            return seals.open(one.text(), place(one.ticketId()))
                    .map(text -> new Unclear(
                            one.ticketId(),
                            one.text().subject(),
                            EncodedText.fromBytes(Base64.getDecoder().decode(text))));
        } catch (KeyNotYetKnown | SealBroken | IllegalArgumentException e) {
            return Optional.empty(); // what does not open, or is of another format, is not grouped
        }
    }

    void forget(Instant before) throws SQLException {
        try (var connection = database.getConnection();
                var forget = connection.prepareStatement(FORGET)) {
            forget.setString(1, before.toString());
            forget.executeUpdate();
        }
    }

    private static Place place(UUID ticket) {
        return new Place(ticket.toString(), "opening", "encoded");
    }
}
