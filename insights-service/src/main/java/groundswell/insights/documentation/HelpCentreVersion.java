package groundswell.insights.documentation;

import groundswell.insights.journal.StoredVersion;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Another one once the help centre tells something of a day. */
@Singleton
public class HelpCentreVersion extends StoredVersion {
    HelpCentreVersion(DataSource database) {
        super(
                database,
                "select coalesce(extract(epoch from max(told_at)) * 1000000, 0)::bigint from insights_help_day");
    }
}
