package groundswell.insights.responsetimes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import groundswell.insights.Dimension;
import groundswell.insights.Span;
import groundswell.insights.Waiting;
import groundswell.insights.WaitingTime;
import groundswell.insights.WaitingTimes;
import groundswell.journal.SqlFailure;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Reads them from the tickets, once in ten seconds for all who look. They are exact; a histogram that is kept would have as
 * many cells as there are tickets, see {@code decisions/0001-exact-percentiles.md}.
 */
@Singleton
public class WaitingTimesInDatabase implements WaitingTimes.Source {
    /** The line whose {@code whole} is 1 is of all tickets. */
    private static final String READ = """
            select code, grouping(code) as whole, count(*) as tickets,
                percentile_cont(array[0.5, 0.9]) within group (order by minutes) as quantiles, array[%s] as within
            from (select %s as code, extract(epoch from %s - opened_at) / 60 as minutes from insights_ticket
                where counted and %s >= ?::timestamptz and %s < ?::timestamptz) t
            group by grouping sets ((code), ())""";

    private record Asked(Waiting waiting, Span span, Dimension by) {}

    private final DataSource database;
    private final Cache<Asked, WaitingTimes> known = Caffeine.newBuilder()
            .maximumSize(50)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    WaitingTimesInDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public WaitingTimes of(Waiting waiting, Span span, Dimension by) {
        return known.get(new Asked(waiting, span, by), this::read);
    }

    private WaitingTimes read(Asked asked) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql(asked))) {
            query.setString(1, asked.span.from().toString());
            query.setString(2, asked.span.to().toString());
            var byCode = new HashMap<String, WaitingTime>();
            var all = WaitingTime.NONE;
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    if (row.getInt("whole") == 0) {
                        byCode.put(row.getString("code"), time(row));
                    } else if (row.getLong("tickets") > 0) {
                        all = time(row);
                    }
                }
            }
            return new WaitingTimes(byCode, all);
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "How long customers wait could not be read");
        }
    }

    private static String sql(Asked asked) {
        var ended = switch (asked.waiting) {
            case FIRST_REPLY -> "first_reply_at";
            case RESOLUTION -> "resolved_at";
        };
        var within = asked.waiting.bounds().stream()
                .map(bound -> "count(*) filter (where minutes <= " + bound.toMinutes() + ")")
                .collect(Collectors.joining(", "));
        return READ.formatted(within, asked.by.code(), ended, ended, ended);
    }

    private static WaitingTime time(ResultSet row) throws SQLException {
        var quantiles = (Double[]) row.getArray("quantiles").getArray();
        return new WaitingTime(
                row.getLong("tickets"),
                quantiles[0],
                quantiles[1],
                Stream.of((Long[]) row.getArray("within").getArray()).toList());
    }
}
