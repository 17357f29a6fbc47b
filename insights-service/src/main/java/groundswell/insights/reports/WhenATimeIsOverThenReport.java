package groundswell.insights.reports;

import groundswell.insights.Calendar;
import groundswell.insights.InsightsRefused;
import groundswell.insights.journal.Hearing;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Writes the last week's digest and the last month's document, once they have been over, and none of their counts has
 * changed, for some time: a history that is being taken over is not frozen half-way.
 */
@ApplicationScoped
public class WhenATimeIsOverThenReport {
    private static final Logger LOG = Logger.getLogger(WhenATimeIsOverThenReport.class);

    private static final Duration AT_THE_LATEST = Duration.ofDays(2);

    private final Reports reports;
    private final EvidenceInDatabase evidence;
    private final Hearing hearing;
    private final Calendar calendar;
    private final Duration after;

    WhenATimeIsOverThenReport(
            Reports reports,
            EvidenceInDatabase evidence,
            Hearing hearing,
            Calendar calendar,
            @ConfigProperty(name = "groundswell.insights.reports-after") Duration after) {
        this.reports = reports;
        this.evidence = evidence;
        this.hearing = hearing;
        this.calendar = calendar;
        this.after = after;
    }

    @Scheduled(every = "{groundswell.insights.reports-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        if (!hearing.isUpToDate()) {
            return;
        }
        for (var kind : ReportPeriod.Kind.values()) {
            write(ReportPeriod.lastOver(kind, calendar.now().minus(after), calendar.zone()));
        }
    }

    /** In a house that never sleeps something always changes. */
    private boolean isAtRest(ReportPeriod period) throws SQLException {
        var span = period.comparison(calendar.zone()).span();
        return evidence.isQuietSince(calendar.now().minus(after), span)
                || calendar.now().isAfter(span.to().plus(AT_THE_LATEST));
    }

    /** One that fails does not hold up the other, and is tried again. */
    private void write(ReportPeriod period) {
        try {
            if (!reports.isWritten(period) && isAtRest(period)) {
                reports.write(period, "system:insights");
            }
        } catch (InsightsRefused nothingToReport) {
            // no ticket yet
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("The report of %s could not be written (%s)", period.code(), Hearing.describe(e));
        }
    }
}
