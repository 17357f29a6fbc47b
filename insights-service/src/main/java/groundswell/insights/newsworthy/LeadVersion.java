package groundswell.insights.newsworthy;

import groundswell.insights.journal.StoredVersion;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Another one once a lead is told or taken back, or somebody says what became of one. */
@Singleton
public class LeadVersion extends StoredVersion {
    LeadVersion(DataSource database) {
        super(
                database,
                "select coalesce(sum(hashtext(concat_ws(' ', id, lane, retracted, outcome))), 0) from insights_lead");
    }
}
