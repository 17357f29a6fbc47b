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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What was told of weeks that are over, and what became of it. One replica tells at a time. */
@ApplicationScoped
public class Leads {
    /** @param outcome null until somebody has said it */
    record Known(UUID id, @Nullable LeadOutcome outcome) {}

    private record Row(
            UUID id,
            String lane,
            boolean retracted,
            @Nullable LeadOutcome outcome) {}

    /** Any number that no other lock of this database uses. */
    private static final long TELLING = 7_418_529_643L;

    private final DataSource database;
    private final InsightsJournal journal;

    Leads(DataSource database, InsightsJournal journal) {
        this.database = database;
        this.journal = journal;
    }

    /**
     * Tells what was not told before, or in another lane, and takes back what holds no more. What somebody has judged stays as
     * it was told. The week is read while nobody else tells: an older reading can't take back what a newer one told.
     */
    void tell(Week week, Supplier<WeekOver> reading, String actor, Instant now) throws SQLException {
        OwnTransaction.run(database, transaction -> {
            var connection = transaction.connection();
            alone(connection);
            var over = reading.get();
            var rows = rows(week, connection);
            var news = new ArrayList<News>();
            for (var lead : over.leads()) {
                var row = rows.remove(lead.theme());
                if (row == null || row.outcome == null) {
                    var id = row == null ? UUID.randomUUID() : row.id;
                    put(connection, id, week, lead);
                    if (row == null
                            || row.retracted
                            || !row.lane.equals(lead.lane().code())) {
                        news.add(new News("theme:" + lead.theme(), over.told(id, lead)));
                    }
                }
            }
            for (var left : rows.entrySet()) {
                var row = left.getValue();
                if (!row.retracted && row.outcome == null) {
                    takeBack(connection, row.id);
                    news.add(new News(
                            "theme:" + left.getKey(), new LeadRetracted(row.id, left.getKey(), week.toString(), now)));
                }
            }
            if (!news.isEmpty()) {
                journal.tell(news, actor, transaction);
            }
            return news.size();
        });
    }

    private static void alone(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, TELLING);
            lock.execute();
        }
    }

    private static Map<String, Row> rows(Week week, Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(
                "select theme, id, lane, retracted, outcome from insights_lead where monday = ? for update")) {
            query.setObject(1, week.monday());
            var rows = new TreeMap<String, Row>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    rows.put(
                            row.getString(1),
                            new Row(
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    row.getBoolean(4),
                                    outcome(row.getString(5))));
                }
            }
            return rows;
        }
    }

    private static void put(Connection connection, UUID id, Week week, Lead lead) throws SQLException {
        try (var put = connection.prepareStatement("""
                insert into insights_lead (id, monday, theme, lane, tickets, before, share, worse)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set retracted = false, lane = excluded.lane, tickets = excluded.tickets,
                  before = excluded.before, share = excluded.share, worse = excluded.worse""")) {
            put.setObject(1, id);
            put.setObject(2, week.monday());
            put.setString(3, lead.theme());
            put.setString(4, lead.lane().code());
            put.setLong(5, lead.figure().tickets());
            put.setLong(6, lead.figure().before());
            put.setDouble(7, lead.share());
            put.setBoolean(8, lead.isWorse());
            put.executeUpdate();
        }
    }

    private static void takeBack(Connection connection, UUID id) throws SQLException {
        try (var take = connection.prepareStatement("update insights_lead set retracted = true where id = ?")) {
            take.setObject(1, id);
            take.executeUpdate();
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
                        "select monday, theme, outcome from insights_lead where id = ? and not retracted for update");
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
