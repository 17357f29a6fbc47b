package groundswell.insights.aggregates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import groundswell.insights.Measure;
import groundswell.insights.Replies;
import groundswell.insights.Span;
import groundswell.insights.journal.Snapshot;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javax.sql.DataSource;

/**
 * Medians do not add up, so they are taken from the tickets answered within the spans, by the index; and remembered for
 * as long as the days they touch do not change.
 */
@Singleton
public class RepliesInDatabase implements Replies {
    private static final int MOST = 1_000;

    private static final String MEDIANS = """
            select (select percentile_cont(0.5) within group (order by extract(epoch from first_reply_at - opened_at) / 60)
                from insights_ticket where first_reply_at >= s.from_ and first_reply_at < s.to_ and counted) as minutes
            from unnest(?::timestamptz[], ?::timestamptz[]) with ordinality s (from_, to_, n) order by n""";

    private record Answer(long version, OptionalDouble minutes) {}

    private final DataSource database;
    private final Cache<Span, Answer> answers =
            Caffeine.newBuilder().maximumSize(MOST).build();

    RepliesInDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public List<OptionalDouble> medianMinutes(List<Span> spans) {
        try {
            return Snapshot.of(
                    database,
                    connection -> medianMinutes(spans, connection, DayVersions.of(connection, Measure.ANSWERED)));
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    /** @param versions those of {@link Measure#ANSWERED} at least, by the same connection */
    Replies atOnce(Connection connection, DayVersions versions) {
        return spans -> {
            try {
                return medianMinutes(spans, connection, versions);
            } catch (SQLException e) {
                throw unread(e);
            }
        };
    }

    private static IllegalStateException unread(SQLException e) {
        return new IllegalStateException("First reply times could not be read", e);
    }

    private List<OptionalDouble> medianMinutes(List<Span> spans, Connection connection, DayVersions versions)
            throws SQLException {
        versions.read(spans.stream().flatMap(span -> Part.of(span).stream()).toList());
        var medians = new HashMap<Span, OptionalDouble>();
        for (var span : spans) {
            var answer = answers.getIfPresent(span);
            if (answer != null && answer.version == versions.of(Measure.ANSWERED, Part.of(span))) {
                medians.put(span, answer.minutes);
            }
        }
        var unknown = spans.stream().filter(span -> !medians.containsKey(span)).toList();
        read(unknown, connection).forEach((span, minutes) -> {
            medians.put(span, minutes);
            answers.put(span, new Answer(versions.of(Measure.ANSWERED, Part.of(span)), minutes));
        });
        return spans.stream().map(medians::get).toList();
    }

    private static Map<Span, OptionalDouble> read(List<Span> spans, Connection connection) throws SQLException {
        var medians = new HashMap<Span, OptionalDouble>();
        if (spans.isEmpty()) {
            return medians;
        }
        try (var query = connection.prepareStatement(MEDIANS)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", spans.stream().map(s -> s.from().toString()).toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text", spans.stream().map(s -> s.to().toString()).toArray()));
            try (var rows = query.executeQuery()) {
                for (var span : spans) {
                    rows.next();
                    var minutes = rows.getDouble(1);
                    medians.put(span, rows.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(minutes));
                }
            }
        }
        return medians;
    }
}
