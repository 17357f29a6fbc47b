package groundswell.insights.counting.rebuild;

import groundswell.insights.journal.StoredVersion;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Another one once a rebuild begins or ends. */
@Singleton
public class RebuildVersion extends StoredVersion {
    RebuildVersion(DataSource database) {
        super(database, "select count(*) + count(ended_at) from insights_rebuild");
    }
}
