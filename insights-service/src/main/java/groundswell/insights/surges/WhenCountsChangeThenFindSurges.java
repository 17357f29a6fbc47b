package groundswell.insights.surges;

import groundswell.insights.Calendar;
import groundswell.insights.Names;
import groundswell.insights.journal.Hearing;
import groundswell.insights.journal.InsightsJournal;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Policy: when numbers have changed, or a quarter hour is over, surges are looked for, the present first; what has become of
 * them is told. After each piece of the past it rests four times as long as it took.
 */
@Singleton
class WhenCountsChangeThenFindSurges {
    private static final Logger LOG = Logger.getLogger(WhenCountsChangeThenFindSurges.class);
    private static final String ACTOR = "policy:when-counts-change-then-find-surges";
    private static final int REST = 4;
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final SurgeFinder finder;
    private final Calendar calendar;
    private final Hearing hearing;
    private Instant restUntil = Instant.MIN;

    WhenCountsChangeThenFindSurges(
            DataSource database, InsightsJournal journal, Names.Source names, Calendar calendar, Hearing hearing) {
        this.finder = new SurgeFinder(
                database,
                calendar,
                (difference, transaction) -> journal.tell(difference.news(names.names()), ACTOR, transaction));
        this.calendar = calendar;
        this.hearing = hearing;
    }

    @Scheduled(every = "{groundswell.insights.surges-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void find() {
        if (!hearing.isUpToDate()) {
            return;
        }
        try {
            finder.present();
            var began = calendar.now();
            if (!began.isBefore(restUntil)) {
                finder.past();
                var ended = calendar.now();
                var rest = Duration.between(began, ended).multipliedBy(REST);
                restUntil = ended.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Surges could not be looked for (%s)", Hearing.describe(e));
        }
    }
}
