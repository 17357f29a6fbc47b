package groundswell.insights.documentation;

import groundswell.insights.Calendar;
import groundswell.insights.journal.Hearing;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Policy: what people typed is deleted after a while; how often something about each theme was searched for stays. */
@Singleton
public class WhenWordsAreOldThenForget {
    private static final Logger LOG = Logger.getLogger(WhenWordsAreOldThenForget.class);

    private static final String SUM_UP = """
            with old as (
                delete from insights_help_search s where s.day < ? and s.term <> '' returning *
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

    /** A day that was told at this very moment may have lost a place that it needs. */
    private static final String EXPECT = """
            insert into insights_help_place (kind, what, ground)
            select distinct 'term', term, '' from insights_help_search where term <> '' on conflict do nothing""";

    private final DataSource database;
    private final Calendar calendar;
    private final Duration kept;

    WhenWordsAreOldThenForget(
            DataSource database,
            Calendar calendar,
            @ConfigProperty(name = "groundswell.insights.search-words-kept", defaultValue = "90d") Duration kept) {
        this.database = database;
        this.calendar = calendar;
        this.kept = kept;
    }

    @Scheduled(every = "6h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        try (var connection = database.getConnection();
                var sumUp = connection.prepareStatement(SUM_UP);
                var terms = connection.prepareStatement(FORGET_TERMS);
                var expect = connection.prepareStatement(EXPECT)) {
            sumUp.setDate(
                    1,
                    Date.valueOf(
                            LocalDate.ofInstant(calendar.now(), ZoneOffset.UTC).minusDays(kept.toDays())));
            sumUp.executeUpdate();
            terms.executeUpdate();
            expect.executeUpdate();
        } catch (SQLException e) {
            LOG.warnf("Old search words were not deleted (%s); it is tried again", Hearing.describe(e));
        }
    }
}
