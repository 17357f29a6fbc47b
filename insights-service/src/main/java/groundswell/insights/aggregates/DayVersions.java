package groundswell.insights.aggregates;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often the counts of UTC days have changed; the transaction that changes them says so. It only ever grows. */
record DayVersions(Map<Instant, Long> byDay) {
    private static final String VERSIONS =
            "select day, sum(version) from insights_day_version where day = any (?::timestamptz[]) group by day";

    static DayVersions of(Collection<Part> parts, Connection connection) throws SQLException {
        var versions = new HashMap<Instant, Long>();
        try (var query = connection.prepareStatement(VERSIONS)) {
            var days = parts.stream().map(part -> part.day().toString()).distinct();
            query.setArray(1, connection.createArrayOf("text", days.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getTimestamp(1).toInstant(), rows.getLong(2));
                }
            }
        }
        return new DayVersions(versions);
    }

    long of(Part part) {
        return byDay.getOrDefault(part.day(), 0L);
    }

    /** Of all of them together: it differs as soon as one of them does. */
    long of(List<Part> parts) {
        return parts.stream().mapToLong(this::of).sum();
    }
}
