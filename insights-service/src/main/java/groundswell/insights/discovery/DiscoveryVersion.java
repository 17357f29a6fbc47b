package groundswell.insights.discovery;

import groundswell.insights.journal.StoredVersion;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Another one once a group is found, grows, fades or is decided on. */
@Singleton
public class DiscoveryVersion extends StoredVersion {
    DiscoveryVersion(DataSource database) {
        super(database, "select coalesce(bit_xor(hashtextextended(d::text, 0)), 0) from insights_discovery d");
    }
}
