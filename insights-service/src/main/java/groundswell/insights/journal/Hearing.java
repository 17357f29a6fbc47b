package groundswell.insights.journal;

import groundswell.journal.quarkus.InboxLags;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether we have heard nearly all there is. While much is missing, such as after an upgrade that reads the topics again,
 * counts are those of a house that never was: nothing is concluded from them.
 */
@Singleton
public class Hearing {
    private static final List<String> COUNTING = List.of("insights-counts-tickets", "insights-counts-routing");

    private final InboxLags lags;
    private final int behindFrom;

    Hearing(
            InboxLags lags,
            @ConfigProperty(name = "groundswell.insights.conclude-up-to-lag", defaultValue = "2000") int behindFrom) {
        this.lags = lags;
        this.behindFrom = behindFrom;
    }

    /** Not while a lag is not known. */
    public boolean isUpToDate() {
        return COUNTING.stream().allMatch(consumer -> lags.of(consumer) < behindFrom);
    }

    /** What failed, without a word that may quote a customer. */
    public static String describe(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && e.getSQLState() != null) {
                return failure.getClass().getSimpleName() + ", SQLSTATE " + e.getSQLState();
            }
        }
        return failure.getClass().getSimpleName();
    }
}
