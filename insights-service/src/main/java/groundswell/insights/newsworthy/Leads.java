package groundswell.insights.newsworthy;

import groundswell.insights.Figure;
import groundswell.insights.InsightsEvent.LeadJudged;
import groundswell.insights.InsightsEvent.LeadRetracted;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.LeadOutcome;
import groundswell.insights.Newsworthy.Lead;
import groundswell.insights.ThresholdAdvice;
import groundswell.insights.ThresholdAdvice.Judged;
import groundswell.insights.Week;
import groundswell.insights.journal.InsightsJournal;
import groundswell.insights.journal.InsightsJournal.News;
import groundswell.journal.SqlFailure;
import groundswell.journal.inbox.InboxTransaction;
import groundswell.journal.inbox.OwnTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What was told of weeks that are over, and what became of it. The row decides between two replicas. */
@ApplicationScoped
public class Leads {
    /** @param outcome null until somebody has said it */
    record Known(UUID id, @Nullable LeadOutcome outcome) {}

    private final DataSource database;
    private final InsightsJournal journal;

    Leads(DataSource database, InsightsJournal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Tells what was not told before, or in another lane, and takes back what holds no more and nobody has judged. */
    void tell(WeekOver over, String actor, Instant now) throws SQLException {
        OwnTransaction.run(database, transaction -> {
            var news = new ArrayList<News>();
            for (var lead : over.leads()) {
                put(over, lead, transaction, news);
            }
            takeBack(over, now, transaction, news);
            if (!news.isEmpty()) {
                journal.tell(news, actor, transaction);
            }
            return news.size();
        });
    }

    private static void put(WeekOver over, Lead lead, InboxTransaction transaction, List<News> news)
            throws SQLException {
        try (var put = transaction.connection().prepareStatement("""
                insert into insights_lead as l (id, monday, theme, lane, tickets, before, share, worse)
                values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?)
                on conflict (monday, theme) do update set retracted = false, lane = excluded.lane, tickets = excluded.tickets,
                  before = excluded.before, share = excluded.share, worse = excluded.worse
                where l.retracted or l.lane <> excluded.lane
                returning id""")) {
            put.setObject(1, over.week().monday());
            put.setString(2, lead.theme());
            put.setString(3, lead.lane().code());
            put.setLong(4, lead.figure().tickets());
            put.setLong(5, lead.figure().before());
            put.setDouble(6, lead.share());
            put.setBoolean(7, lead.isWorse());
            try (var row = put.executeQuery()) {
                if (row.next()) {
                    news.add(new News("theme:" + lead.theme(), over.told(row.getObject(1, UUID.class), lead)));
                }
            }
        }
    }

    private static void takeBack(WeekOver over, Instant now, InboxTransaction transaction, List<News> news)
            throws SQLException {
        var themes = over.leads().stream().map(Lead::theme).toArray();
        try (var take = transaction.connection().prepareStatement("""
                update insights_lead set retracted = true
                where monday = ? and not retracted and outcome is null and theme <> all(?) returning id, theme""")) {
            take.setObject(1, over.week().monday());
            take.setArray(2, transaction.connection().createArrayOf("text", themes));
            try (var row = take.executeQuery()) {
                while (row.next()) {
                    news.add(new News(
                            "theme:" + row.getString(2),
                            new LeadRetracted(
                                    row.getObject(1, UUID.class),
                                    row.getString(2),
                                    over.week().toString(),
                                    now)));
                }
            }
        }
    }

    /** The week's, by theme. */
    Map<String, Known> of(Week week) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select theme, id, outcome from insights_lead where monday = ? and not retracted")) {
            query.setObject(1, week.monday());
            var known = new HashMap<String, Known>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    known.put(row.getString(1), new Known(row.getObject(2, UUID.class), outcome(row.getString(3))));
                }
            }
            return known;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The leads could not be read");
        }
    }

    private static @Nullable LeadOutcome outcome(@Nullable String code) {
        return code == null ? null : LeadOutcome.parse(code).orElseThrow();
    }

    /** Says what became of it; saying it again changes nothing. */
    Week judge(UUID id, LeadOutcome outcome, String actor, Instant now) {
        try {
            return OwnTransaction.run(database, transaction -> judge(id, outcome, actor, now, transaction));
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "What became of the lead could not be noted");
        }
    }

    private Week judge(UUID id, LeadOutcome outcome, String actor, Instant now, InboxTransaction transaction)
            throws SQLException {
        var connection = transaction.connection();
        try (var find = connection.prepareStatement(
                        "select monday, theme, outcome from insights_lead where id = ? for update");
                var note = connection.prepareStatement(
                        "update insights_lead set outcome = ?, judged_at = ?::timestamptz where id = ?")) {
            find.setObject(1, id);
            try (var row = find.executeQuery()) {
                if (!row.next()) {
                    throw new InsightsRefused(
                            Reason.NO_LEAD, "GET /api/insights/newsworthy lists a week's, each with its id.");
                }
                var week = new Week(row.getObject(1, LocalDate.class));
                if (!outcome.code().equals(row.getString(3))) {
                    note.setString(1, outcome.code());
                    note.setString(2, now.toString());
                    note.setObject(3, id);
                    note.executeUpdate();
                    var event = new LeadJudged(id, row.getString(2), week.toString(), outcome.code(), now);
                    journal.tell(List.of(new News("theme:" + event.theme(), event)), actor, transaction);
                }
                return week;
            }
        }
    }

    /** What is learnt from, the newest judgement first. */
    List<Judged> judged() {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement("select tickets, before, share, worse, outcome from insights_lead"
                                + " where outcome is not null order by judged_at desc, id limit ?")) {
            query.setInt(1, ThresholdAdvice.MOST_JUDGED);
            var judged = new ArrayList<Judged>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    judged.add(new Judged(
                            new Figure(row.getLong(1), row.getLong(2)),
                            row.getDouble(3),
                            row.getBoolean(4),
                            LeadOutcome.parse(row.getString(5)).orElseThrow()));
                }
            }
            return judged;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The leads could not be read");
        }
    }
}
