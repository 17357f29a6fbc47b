package groundswell.insights.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import groundswell.insights.Reach;
import groundswell.insights.Span;
import groundswell.journal.SqlFailure;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts the customers behind a span's tickets, once in ten seconds for all who look. */
@Singleton
public class ReachInDatabase implements Reach.Source {
    /** A line of no theme is of all of them. */
    private static final String SUM = """
            select t.theme, count(distinct coalesce(a.account_id, t.requester_id::text)), count(*), count(a.account_id)
            from insights_ticket t left join insights_ticket_account a using (ticket_id)
            where t.opened_at >= ?::timestamptz and t.opened_at < ?::timestamptz and t.counted
            group by grouping sets ((t.theme), ())""";

    private static final String ACTIVE = "select day, active from insights_customers"
            + " where day <= (?::timestamptz at time zone 'UTC')::date order by day desc limit 1";

    private static final long TENTH = 10;

    private final DataSource database;
    private final Cache<Span, Reach> known = Caffeine.newBuilder()
            .maximumSize(50)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    ReachInDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public Reach openedIn(Span span) {
        return known.get(span, this::read);
    }

    private Reach read(Span span) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(SUM)) {
            query.setString(1, span.from().toString());
            query.setString(2, span.to().toString());
            var themes = new HashMap<String, Long>();
            long all = 0;
            boolean mixed = false;
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    if (row.getString(1) == null) {
                        all = row.getLong(2);
                        mixed = mixed(row.getLong(3), row.getLong(4));
                    } else {
                        themes.put(row.getString(1), row.getLong(2));
                    }
                }
            }
            return new Reach(themes, all, active(connection, span), mixed);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The customers could not be counted");
        }
    }

    /** A few tickets without an account among many that have one, or the other way round, change little. */
    private static boolean mixed(long tickets, long named) {
        return named > tickets / TENTH && named < tickets - tickets / TENTH;
    }

    private static Reach.@Nullable Active active(Connection connection, Span span) throws SQLException {
        try (var query = connection.prepareStatement(ACTIVE)) {
            query.setString(1, span.to().toString());
            try (var row = query.executeQuery()) {
                return row.next() ? new Reach.Active(row.getDate(1).toLocalDate(), row.getLong(2)) : null;
            }
        }
    }
}
