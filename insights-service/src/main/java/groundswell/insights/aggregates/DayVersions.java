package groundswell.insights.aggregates;

import groundswell.insights.Measure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How often the counts of UTC days have changed; the transaction that changes them says so. It only ever grows. */
final class DayVersions {
    private static final String VERSIONS = """
            select day, sum(version) from insights_day_version where measure = ? and day = any (?::timestamptz[])
            group by day""";

    private final Connection connection;
    private final Map<Measure, Map<Instant, Long>> known = new HashMap<>();

    DayVersions(Connection connection) {
        this.connection = connection;
    }

    /** Must come first for every part that is asked for. */
    void read(Measure measure, Collection<Part> parts) throws SQLException {
        var versions = known.computeIfAbsent(measure, _ -> new HashMap<>());
        var days = parts.stream()
                .map(Part::day)
                .filter(day -> !versions.containsKey(day))
                .distinct()
                .toList();
        if (days.isEmpty()) {
            return;
        }
        days.forEach(day -> versions.put(day, 0L));
        try (var query = connection.prepareStatement(VERSIONS)) {
            query.setString(1, measure.code());
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text", days.stream().map(Instant::toString).toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getTimestamp(1).toInstant(), rows.getLong(2));
                }
            }
        }
    }

    long of(Measure measure, Part part) {
        return of(measure, part.day());
    }

    long of(Measure measure, Instant day) {
        return Objects.requireNonNull(Objects.requireNonNull(known.get(measure)).get(day));
    }

    /** Of all of them together: it differs as soon as one of them does. */
    long of(Measure measure, List<Part> parts) {
        return parts.stream().mapToLong(part -> of(measure, part)).sum();
    }
}
