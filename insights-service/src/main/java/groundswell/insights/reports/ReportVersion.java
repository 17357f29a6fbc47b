package groundswell.insights.reports;

import groundswell.insights.journal.StoredVersion;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Another one once a report is written, or a quote had to go from one. */
@Singleton
public class ReportVersion extends StoredVersion {
    ReportVersion(DataSource database) {
        super(database, "select coalesce(sum(revision + 1), 0) from insights_report");
    }
}
