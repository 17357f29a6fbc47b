package groundswell.insights.newsworthy;

import groundswell.insights.journal.StoredVersion;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Another one once other thresholds are in force. */
@Singleton
public class ThresholdVersion extends StoredVersion {
    ThresholdVersion(DataSource database) {
        super(database, "select coalesce(max(version), 0) from insights_threshold");
    }
}
