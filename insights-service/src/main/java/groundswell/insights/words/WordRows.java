package groundswell.insights.words;

import groundswell.insights.words.WhenACustomerWritesThenRead.Read;
import groundswell.journal.seal.Sealed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The tables of texts, cues, and whose words they are. */
final class WordRows {
    private static final String TEXT =
            "insert into insights_text (message_id, ticket_id, requester_id, subject_box, body_box, written_at)"
                    + " values (?, ?, ?, ?, ?, ?::timestamptz) on conflict do nothing";
    private static final String CUE =
            "insert into insights_cue values (?, ?, ?, ?, ?::timestamptz) on conflict do nothing";
    private static final String REQUESTER = "insert into insights_requester values (?, ?, ?, ?) on conflict do nothing";

    /** Openings since a time are kept whatever they give away; of all else only what tells, and the name behind an opening. */
    static void put(Connection connection, List<Read> read, Instant since) throws SQLException {
        try (var requester = connection.prepareStatement(REQUESTER);
                var text = connection.prepareStatement(TEXT);
                var cue = connection.prepareStatement(CUE)) {
            for (var one : read) {
                if (one.letter() instanceof Letter.Opened opened && opened.requester() != null) {
                    requester.setObject(1, opened.ticketId());
                    requester.setObject(2, opened.messageId());
                    requester.setObject(3, opened.requester().subject());
                    requester.setString(4, opened.requester().box());
                    requester.addBatch();
                }
            }
            requester.executeBatch();
            for (var one : read) {
                if (one.found().isEmpty()
                        && !(one.letter() instanceof Letter.Opened opened
                                && opened.at().isAfter(since))) {
                    continue;
                }
                Sealed body = Objects.requireNonNull(one.letter().body());
                text.setObject(1, one.letter().messageId());
                text.setObject(2, one.letter().ticketId());
                text.setObject(3, body.subject());
                text.setString(
                        4,
                        one.letter() instanceof Letter.Opened opened && opened.subject() != null
                                ? opened.subject().box()
                                : null);
                text.setString(5, body.box());
                text.setString(6, one.letter().at().toString());
                text.addBatch();
                for (var found : one.found()) {
                    cue.setObject(1, one.letter().messageId());
                    cue.setString(2, found.cue().code());
                    cue.setInt(3, found.sentence());
                    cue.setObject(4, one.letter().ticketId());
                    cue.setString(5, one.letter().at().toString());
                    cue.addBatch();
                }
            }
            text.executeBatch();
            cue.executeBatch();
        }
    }

    private WordRows() {}
}
