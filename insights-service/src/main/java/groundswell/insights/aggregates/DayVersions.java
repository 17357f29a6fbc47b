package groundswell.insights.aggregates;

import groundswell.insights.Measure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How often the counts of UTC days have changed; the transaction that changes them says so. It only ever grows. */
final class DayVersions {
    private static final String VERSIONS = """
            select measure, day, sum(version) from insights_day_version
            where measure = any (?) and day = any (?::timestamptz[]) group by measure, day""";

    private record Changed(String measure, Instant day) {}

    private final Connection connection;
    private final List<Measure> measures;
    private final Set<Instant> read = new HashSet<>();
    private final Map<Changed, Long> known = new HashMap<>();

    private DayVersions(Connection connection, List<Measure> measures) {
        this.connection = connection;
        this.measures = measures;
    }

    /** @param measures those that will be asked for: they are read together */
    static DayVersions of(Connection connection, Measure... measures) {
        return new DayVersions(connection, List.of(measures));
    }

    /** Must come first for every part that is asked for. */
    void read(Collection<Part> parts) throws SQLException {
        var days = parts.stream().map(Part::day).filter(read::add).toList();
        if (days.isEmpty()) {
            return;
        }
        try (var query = connection.prepareStatement(VERSIONS)) {
            query.setArray(1, texts(measures.stream().map(Measure::code)));
            query.setArray(2, texts(days.stream().map(Instant::toString)));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    known.put(
                            new Changed(rows.getString(1), rows.getTimestamp(2).toInstant()), rows.getLong(3));
                }
            }
        }
    }

    private java.sql.Array texts(Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    long of(Measure measure, Part part) {
        return of(measure, part.day());
    }

    long of(Measure measure, Instant day) {
        if (!read.contains(day) || !measures.contains(measure)) {
            throw new IllegalStateException("Not read yet: " + measure + " of " + day);
        }
        return known.getOrDefault(new Changed(measure.code(), day), 0L);
    }

    /** Of all of them together: it differs as soon as one of them does. */
    long of(Measure measure, List<Part> parts) {
        return parts.stream().mapToLong(part -> of(measure, part)).sum();
    }
}
