package groundswell.insights.documentation;

import groundswell.insights.Calendar;
import groundswell.insights.journal.Hearing;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Policy: what people typed is deleted after a while; how often something about each theme was searched for stays. */
@Singleton
public class WhenWordsAreOldThenForget {
    private static final Logger LOG = Logger.getLogger(WhenWordsAreOldThenForget.class);

    private static final String OLD =
            "select distinct day from insights_help_search where day < ? and term <> '' order by day";

    private static final String SUM_UP = """
            with old as (
                delete from insights_help_search s where s.day = ? and s.term <> '' returning *
            )
            insert into insights_help_search as h (day, term, theme, searches, people, opened)
            select o.day, '', coalesce(p.theme, ''), sum(o.searches), 0, sum(o.opened) from old o
            left join insights_help_place p on p.kind = 'term' and p.what = o.term
            group by 1, 3 order by 1, 3
            on conflict (day, term, theme) do update
            set searches = h.searches + excluded.searches, opened = h.opened + excluded.opened""";

    private static final String FORGET_TERMS = """
            delete from insights_help_place p where p.kind = 'term'
                and not exists (select from insights_help_search s where s.term = p.what)""";

    private final DataSource database;
    private final DayLock lock;
    private final Calendar calendar;
    private final Duration kept;

    WhenWordsAreOldThenForget(
            DataSource database,
            DayLock lock,
            Calendar calendar,
            @ConfigProperty(name = "groundswell.insights.search-words-kept", defaultValue = "90d") Duration kept) {
        this.database = database;
        this.lock = lock;
        this.calendar = calendar;
        this.kept = kept;
    }

    @Scheduled(every = "6h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        var today = LocalDate.ofInstant(calendar.now(), ZoneOffset.UTC);
        try {
            for (var day : daysBefore(today.minusDays(kept.toDays()))) {
                lock.day(day, connection -> sumUp(connection, day));
            }
            // a day that is told at this very moment needs the places of its terms
            lock.all(WhenWordsAreOldThenForget::forgetTerms);
        } catch (SQLException e) {
            LOG.warnf("Old search words were not deleted (%s); it is tried again", Hearing.describe(e));
        }
    }

    private List<LocalDate> daysBefore(LocalDate first) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(OLD)) {
            query.setDate(1, Date.valueOf(first));
            try (var row = query.executeQuery()) {
                var days = new ArrayList<LocalDate>();
                while (row.next()) {
                    days.add(row.getDate(1).toLocalDate());
                }
                return days;
            }
        }
    }

    private static int sumUp(Connection connection, LocalDate day) throws SQLException {
        try (var sumUp = connection.prepareStatement(SUM_UP)) {
            sumUp.setDate(1, Date.valueOf(day));
            return sumUp.executeUpdate();
        }
    }

    private static int forgetTerms(Connection connection) throws SQLException {
        try (var terms = connection.prepareStatement(FORGET_TERMS)) {
            return terms.executeUpdate();
        }
    }
}
