package groundswell.insights.newsworthy;

import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.Newsworthy.Thresholds;
import groundswell.journal.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The thresholds in force, and those before them. */
@ApplicationScoped
public class ThresholdVersions implements Thresholds.Source {
    /** @param by and {@code at} are null for what was shipped */
    public record Version(
            Thresholds thresholds,
            @Nullable String by,
            @Nullable Instant at) {}

    private final DataSource database;

    ThresholdVersions(DataSource database) {
        this.database = database;
    }

    @Override
    public Thresholds now() {
        return all().getFirst().thresholds();
    }

    /** The newest first; what was shipped is the last. */
    List<Version> all() {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement("select version, share, growth, new_from, fewest_rated, changed_by,"
                                + " changed_at from insights_threshold order by version desc");
                var row = query.executeQuery()) {
            var versions = new ArrayList<Version>();
            while (row.next()) {
                versions.add(new Version(
                        new Thresholds(row.getInt(1), row.getDouble(2), row.getDouble(3), row.getInt(4), row.getInt(5)),
                        row.getString(6),
                        row.getTimestamp(7).toInstant()));
            }
            versions.add(new Version(Thresholds.SHIPPED, null, null));
            return versions;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The thresholds could not be read");
        }
    }

    /** The version after the one that was seen; whoever comes second with the same is refused by the primary key. */
    void put(Thresholds next, String by, Instant at) {
        try (var connection = database.getConnection();
                var put = connection.prepareStatement("insert into insights_threshold"
                        + " select ?, ?, ?, ?, ?, ?, ?::timestamptz where ? = (select coalesce(max(version), 0) + 1"
                        + " from insights_threshold) on conflict do nothing")) {
            put.setInt(1, next.version());
            put.setDouble(2, next.share());
            put.setDouble(3, next.growth());
            put.setInt(4, next.newFrom());
            put.setInt(5, next.fewestRated());
            put.setString(6, by);
            put.setString(7, at.toString());
            put.setInt(8, next.version());
            if (put.executeUpdate() == 0) {
                throw new InsightsRefused(
                        Reason.CHANGED_MEANWHILE, "Read them again and send the new ETag as If-Match.");
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The thresholds could not be changed");
        }
    }
}
