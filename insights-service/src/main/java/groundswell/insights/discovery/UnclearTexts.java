package groundswell.insights.discovery;

import groundswell.insights.Opening;
import groundswell.insights.discovery.Group.Unclear;
import groundswell.journal.seal.KeyNotYetKnown;
import groundswell.journal.seal.Place;
import groundswell.journal.seal.SealBroken;
import groundswell.journal.seal.Sealed;
import groundswell.journal.seal.Seals;
import groundswell.journal.seal.SubjectErased;
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
import org.jspecify.annotations.Nullable;

/** The texts that are unclear to routing-service, as a model sees them: each embedded once, and kept sealed. */
@Singleton
public class UnclearTexts {
    /** Of more, an even sample that stays the same; memory is 5 kB a text. */
    static final int MOST = 10_000;

    private static final int AT_ONCE = 50;

    private static final String SAMPLE = """
            select t.ticket_id, e.requester_id, e.model, e.box
            from insights_ticket t join insights_text x on x.ticket_id = t.ticket_id and x.subject_box is not null
            left join insights_encoded e on e.ticket_id = t.ticket_id
            where t.opened_at >= ?::timestamptz and t.read_confidence < 0.5
            order by md5(t.ticket_id::text), t.ticket_id limit ?""";

    private static final String KEEP = "insert into insights_encoded values (?, ?, ?, ?) on conflict (ticket_id)"
            + " do update set model = excluded.model, box = excluded.box";

    private static final String FORGET = """
            delete from insights_encoded e using insights_ticket t where t.ticket_id = e.ticket_id
                and (t.opened_at < ?::timestamptz or t.read_confidence >= 0.5)""";

    /** @param box null until it is encoded */
    record Sampled(
            UUID ticketId,
            @Nullable UUID requesterId,
            @Nullable String model,
            @Nullable String box) {}

    private final DataSource database;
    private final Opening.Source openings;
    private final OneEmbedder embedder;
    private final Seals seals;

    UnclearTexts(DataSource database, Opening.Source openings, OneEmbedder embedder, Seals seals) {
        this.database = database;
        this.openings = openings;
        this.embedder = embedder;
        this.seals = seals;
    }

    List<Sampled> sample(Instant since) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(SAMPLE)) {
            query.setString(1, since.toString());
            query.setInt(2, MOST);
            var sampled = new ArrayList<Sampled>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    sampled.add(new Sampled(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4)));
                }
            }
            return sampled;
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
        return one.box() != null && embedder.get().model().equals(one.model());
    }

    private int encode(List<UUID> tickets) throws SQLException {
        int encoded = 0;
        var opened = openings.open(tickets);
        try (var connection = database.getConnection();
                var keep = connection.prepareStatement(KEEP)) {
            for (var opening : opened) {
                var text = EncodedText.of(opening.text(), embedder.get());
                try {
                    var sealed = seals.seal(
                            opening.requesterId(),
                            place(opening.ticketId()),
                            Base64.getEncoder().encodeToString(text.toBytes()));
                    keep.setObject(1, opening.ticketId());
                    keep.setObject(2, opening.requesterId());
                    keep.setString(3, embedder.get().model());
                    keep.setString(4, sealed.box());
                    keep.addBatch();
                    encoded++;
                } catch (SubjectErased meanwhile) {
                    // nothing of theirs is kept
                }
            }
            keep.executeBatch();
        }
        return encoded;
    }

    /** Those of the sample that are encoded, without erased customers'. */
    List<Unclear> open(List<Sampled> sampled) {
        return sampled.stream()
                .filter(this::isEncoded)
                .flatMap(one -> open(one).stream())
                .toList();
    }

    private Optional<Unclear> open(Sampled one) {
        var requester = one.requesterId();
        var box = one.box();
        if (requester == null || box == null) {
            return Optional.empty();
        }
        try {
            return seals.open(new Sealed(requester, box), place(one.ticketId()))
                    .map(text -> new Unclear(
                            one.ticketId(),
                            requester,
                            EncodedText.fromBytes(Base64.getDecoder().decode(text))));
        } catch (KeyNotYetKnown | SealBroken e) {
            return Optional.empty();
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
