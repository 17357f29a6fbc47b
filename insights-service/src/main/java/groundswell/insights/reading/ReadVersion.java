package groundswell.insights.reading;

import groundswell.insights.journal.StoredVersion;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Another one once somebody has read a ticket of their list. */
@Singleton
public class ReadVersion extends StoredVersion {
    ReadVersion(DataSource database) {
        super(database, "select coalesce(extract(epoch from max(read_at)) * 1000000, 0)::bigint from insights_read");
    }
}
