package groundswell.insights.aggregates;

import groundswell.insights.Counts;
import groundswell.insights.Dimension;
import groundswell.insights.Grain;
import groundswell.insights.Measure;
import groundswell.insights.Only;
import groundswell.insights.Span;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The counts of one moment. Short spans are made of parts of days: of those that have changed since somebody looked last,
 * all quarter hours are read at once, and whatever is asked of them is added up here. A long span is read as it is.
 */
final class CountsAtOnce implements Counts {
    private static final Duration SHORT = Duration.ofDays(15);

    private final Connection connection;
    private final RememberedSums remembered;
    private final DayVersions versions;

    CountsAtOnce(Connection connection, RememberedSums remembered, DayVersions versions) {
        this.connection = connection;
        this.remembered = remembered;
        this.versions = versions;
    }

    @Override
    public List<Map<List<String>, Long>> in(List<Span> spans, Measure measure, List<Dimension> by, Only only) {
        var question = new Question(measure, by, only);
        try {
            var parts = parts(spans, question);
            var sums = new ArrayList<Map<List<String>, Long>>();
            for (var span : spans) {
                sums.add(
                        isShort(span)
                                ? add(Part.of(span).stream().map(parts::get).toList())
                                : add(SumRows.read(question, span.pieces(), connection)));
            }
            return sums;
        } catch (SQLException e) {
            throw new IllegalStateException("The counts could not be read", e);
        }
    }

    private Map<Part, Map<List<String>, Long>> parts(List<Span> spans, Question question) throws SQLException {
        var parts = spans.stream()
                .filter(CountsAtOnce::isShort)
                .flatMap(span -> Part.of(span).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        versions.read(parts);
        var sums = new HashMap<Part, Map<List<String>, Long>>();
        for (var part : parts) {
            var known = remembered.recall(question, part, versions.of(question.measure(), part));
            if (known != null) {
                sums.put(part, known);
            }
        }
        var unknown = parts.stream().filter(part -> !sums.containsKey(part)).toList();
        // whole days are rows of their own, and a narrow question touches few: the database adds them up
        var narrow = !question.only().equals(Only.ALL);
        var byRow = unknown.stream().collect(Collectors.partitioningBy(part -> narrow || part.grain() == Grain.DAY));
        readRows(question, byRow.getOrDefault(true, List.of()), sums);
        readQuarters(question, byRow.getOrDefault(false, List.of()), sums);
        unknown.forEach(part -> remembered.remember(
                question, part, versions.of(question.measure(), part), Objects.requireNonNull(sums.get(part))));
        return sums;
    }

    private void readRows(Question question, List<Part> parts, Map<Part, Map<List<String>, Long>> sums)
            throws SQLException {
        if (!parts.isEmpty()) {
            var read = SumRows.read(question, parts.stream().map(Part::piece).toList(), connection);
            for (int i = 0; i < read.size(); i++) {
                sums.put(parts.get(i), read.get(i));
            }
        }
    }

    private void readQuarters(Question question, List<Part> parts, Map<Part, Map<List<String>, Long>> sums)
            throws SQLException {
        var measure = question.measure();
        var days = new HashMap<Instant, DayQuarters>();
        for (var day : parts.stream().map(Part::day).distinct().toList()) {
            var version = versions.of(measure, day);
            var quarters = remembered.quarters(measure, day, version);
            if (quarters == null) {
                quarters = DayQuarters.read(measure, day, connection);
                remembered.remember(measure, day, version, quarters);
            }
            days.put(day, quarters);
        }
        parts.forEach(part ->
                sums.put(part, Objects.requireNonNull(days.get(part.day())).sums(part, question)));
    }

    private static boolean isShort(Span span) {
        return span.length().compareTo(SHORT) <= 0;
    }

    private static Map<List<String>, Long> add(List<Map<List<String>, Long>> parts) {
        if (parts.size() == 1) {
            return parts.getFirst(); // most short spans lie within a day
        }
        var sums = new HashMap<List<String>, Long>();
        parts.forEach(part -> part.forEach((codes, tickets) -> sums.merge(codes, tickets, Long::sum)));
        return sums;
    }
}
