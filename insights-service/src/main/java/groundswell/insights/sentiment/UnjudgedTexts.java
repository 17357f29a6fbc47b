package groundswell.insights.sentiment;

import groundswell.insights.InsightsEvent.SentimentRead;
import groundswell.insights.journal.InsightsJournal;
import groundswell.insights.journal.InsightsJournal.News;
import groundswell.journal.inbox.OwnTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Tickets whose mood has not been read yet. Each is told once, whoever has read it too. */
@Singleton
public class UnjudgedTexts {
    private static final String ACTOR = "policy:when-a-ticket-is-opened-then-read-its-sentiment";

    private static final String NEWEST = """
            select x.ticket_id, x.written_at, x.heard_at from insights_text x join insights_ticket t using (ticket_id)
            where x.subject_box is not null and x.sentiment is null and x.written_at >= ?::timestamptz and t.number is not null
                and (x.written_at, x.ticket_id) < (?::timestamptz, ?::uuid)
            order by x.written_at desc, x.ticket_id desc limit ?""";

    private static final String JUDGED =
            "update insights_text set sentiment = ? where ticket_id = ? and subject_box is not null and sentiment is null";

    /** @param heardAt when its text came here, which is long after it was written where it was imported */
    record Unjudged(UUID ticketId, Instant writtenAt, Instant heardAt) {
        /** Before which all are. */
        static final Unjudged NEWEST =
                new Unjudged(new UUID(-1, -1), Instant.parse("9999-01-01T00:00:00Z"), Instant.EPOCH);
    }

    private final DataSource database;
    private final InsightsJournal journal;

    UnjudgedTexts(DataSource database, InsightsJournal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** The newest ones that are older than {@code after}. */
    List<Unjudged> newest(Instant since, Unjudged after, int most) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(NEWEST)) {
            query.setString(1, since.toString());
            query.setString(2, after.writtenAt().toString());
            query.setObject(3, after.ticketId());
            query.setInt(4, most);
            var unjudged = new ArrayList<Unjudged>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    unjudged.add(new Unjudged(
                            row.getObject(1, UUID.class),
                            row.getTimestamp(2).toInstant(),
                            row.getTimestamp(3).toInstant()));
                }
            }
            return unjudged;
        }
    }

    /** Rows in one order for everybody, before the events. */
    void judged(List<SentimentRead> read) throws SQLException {
        OwnTransaction.run(database, transaction -> {
            var news = new ArrayList<News>();
            try (var update = transaction.connection().prepareStatement(JUDGED)) {
                for (var one : read.stream()
                        .sorted(Comparator.comparing(SentimentRead::ticketId))
                        .toList()) {
                    update.setString(1, one.sentiment());
                    update.setObject(2, one.ticketId());
                    if (update.executeUpdate() > 0) {
                        news.add(new News(one.ticketId().toString(), one));
                    }
                }
            }
            if (!news.isEmpty()) {
                journal.tell(news, ACTOR, transaction);
            }
            return news;
        });
    }
}
