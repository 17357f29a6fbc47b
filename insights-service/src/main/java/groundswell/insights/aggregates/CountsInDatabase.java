package groundswell.insights.aggregates;

import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Measure;
import groundswell.insights.Only;
import groundswell.insights.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Adds up the few rows that cover each span, at one moment for all of them. Short spans are made of parts of days, of
 * which only those are read that have changed since; a long one is read as it is.
 */
@ApplicationScoped
public class CountsInDatabase implements Counts {
    private static final Duration SHORT = Duration.ofDays(15);

    private final DataSource database;
    private final RememberedSums remembered;

    CountsInDatabase(DataSource database, RememberedSums remembered) {
        this.database = database;
        this.remembered = remembered;
    }

    @Override
    public List<Map<List<String>, Long>> in(List<Span> spans, Measure measure, List<Dimension> by, Only only) {
        var rows = new SumRows(measure, by, only);
        try {
            return Snapshot.of(database, connection -> {
                var parts = parts(spans, rows, connection);
                var sums = new ArrayList<Map<List<String>, Long>>();
                for (var span : spans) {
                    sums.add(
                            isShort(span)
                                    ? add(Part.of(span).stream().map(parts::get).toList())
                                    : add(rows.read(span.pieces(), connection)));
                }
                return sums;
            });
        } catch (SQLException e) {
            throw new IllegalStateException("The counts could not be read", e);
        }
    }

    private Map<Part, Map<List<String>, Long>> parts(List<Span> spans, SumRows rows, Connection connection)
            throws SQLException {
        var parts = spans.stream()
                .filter(CountsInDatabase::isShort)
                .flatMap(span -> Part.of(span).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var sums = new HashMap<Part, Map<List<String>, Long>>();
        if (parts.isEmpty()) {
            return sums;
        }
        var versions = DayVersions.of(parts, connection);
        var unknown = new ArrayList<Part>();
        for (var part : parts) {
            var known = remembered.recall(rows.question(part), versions.of(part));
            if (known == null) {
                unknown.add(part);
            } else {
                sums.put(part, known);
            }
        }
        if (!unknown.isEmpty()) {
            var read = rows.read(unknown.stream().map(Part::piece).toList(), connection);
            for (int i = 0; i < read.size(); i++) {
                var part = unknown.get(i);
                sums.put(part, read.get(i));
                remembered.remember(rows.question(part), versions.of(part), read.get(i));
            }
        }
        return sums;
    }

    private static boolean isShort(Span span) {
        return span.length().compareTo(SHORT) <= 0;
    }

    private static Map<List<String>, Long> add(List<Map<List<String>, Long>> parts) {
        var sums = new HashMap<List<String>, Long>();
        parts.forEach(part -> part.forEach((codes, tickets) -> sums.merge(codes, tickets, Long::sum)));
        return sums;
    }
}
