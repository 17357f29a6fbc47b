package groundswell.insights.effects;

import groundswell.insights.journal.StoredVersion;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Another one once a launch or fix is noted, changed or removed. */
@Singleton
public class MarkerVersion extends StoredVersion {
    MarkerVersion(DataSource database) {
        super(
                database,
                "select hashtextextended(concat_ws(' ', count(*), sum(version), max(noted_at)), 0) from insights_marker");
    }
}
