package groundswell.insights.newsworthy;

import groundswell.insights.Calendar;
import groundswell.insights.Names;
import groundswell.insights.Week;
import groundswell.insights.journal.Hearing;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Policy: what of a week that is over is newsworthy is told, once; for four weeks on it is told anew or taken back where
 * tickets come late, get another theme, or other thresholds are put in force.
 */
@Singleton
class WhenAWeekIsOverThenTellItsLeads {
    private static final Logger LOG = Logger.getLogger(WhenAWeekIsOverThenTellItsLeads.class);
    private static final String ACTOR = "policy:when-a-week-is-over-then-tell-its-leads";
    private static final int WEEKS = 4;
    /** So long after its end a week's last tickets have come, and have a theme. */
    private static final Duration SETTLED = Duration.ofHours(2);

    private final NewsworthyReader reader;
    private final ThresholdVersions thresholds;
    private final Leads leads;
    private final Names.Source names;
    private final Calendar calendar;
    private final Hearing hearing;

    WhenAWeekIsOverThenTellItsLeads(
            NewsworthyReader reader,
            ThresholdVersions thresholds,
            Leads leads,
            Names.Source names,
            Calendar calendar,
            Hearing hearing) {
        this.reader = reader;
        this.thresholds = thresholds;
        this.leads = leads;
        this.names = names;
        this.calendar = calendar;
        this.hearing = hearing;
    }

    @Scheduled(every = "{groundswell.insights.leads-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        if (!hearing.isUpToDate()) {
            return;
        }
        var week = Week.of(calendar.now().minus(SETTLED), calendar.zone());
        for (int i = 0; i < WEEKS; i++) {
            week = week.previous();
            try {
                tell(week);
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("The leads of %s could not be told (%s)", week, Hearing.describe(e));
            }
        }
    }

    private void tell(Week week) throws SQLException {
        leads.tell(week, () -> read(week), ACTOR, calendar.now());
    }

    private WeekOver read(Week week) {
        var now = thresholds.now();
        var closed = week.closed(calendar.zone());
        return new WeekOver(week, closed.span().to(), reader.read(closed, now).leads(), now.version(), names.names());
    }
}
