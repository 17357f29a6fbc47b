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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The counts of one moment. Short spans are made of parts of days: of those that have changed since somebody looked last,
 * all quarter hours are read at once, and whatever is asked of them is added up here. A long span is read as it is.
 */
final class CountsAtOnce implements Counts {
    private static final Duration SHORT = Duration.ofDays(15);

    private final Connection connection;
    private final RememberedSums remembered;
    private final DayVersions versions;

    CountsAtOnce(Connection connection, RememberedSums remembered) {
        this.connection = connection;
        this.remembered = remembered;
        this.versions = new DayVersions(connection);
    }

    @Override
    public <T> T atOnce(Function<Counts, T> reading) {
        return reading.apply(this);
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
                                ? add(Part.of(span).stream().map(parts::get))
                                : add(SumRows.read(question, span.pieces(), connection).stream()));
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
        versions.read(question.measure(), parts);
        var sums = new HashMap<Part, Map<List<String>, Long>>();
        for (var part : parts) {
            var known = remembered.recall(question, part, versions.of(question.measure(), part));
            if (known != null) {
                sums.put(part, known);
            }
        }
        var unknown = parts.stream().filter(part -> !sums.containsKey(part)).toList();
        readDays(question, only(unknown, Grain.DAY), sums);
        readQuarters(question, only(unknown, Grain.QUARTER), sums);
        unknown.forEach(part -> remembered.remember(
                question, part, versions.of(question.measure(), part), Objects.requireNonNull(sums.get(part))));
        return sums;
    }

    private static List<Part> only(List<Part> parts, Grain grain) {
        return parts.stream().filter(part -> part.grain() == grain).toList();
    }

    private void readDays(Question question, List<Part> days, Map<Part, Map<List<String>, Long>> sums)
            throws SQLException {
        if (!days.isEmpty()) {
            var read = SumRows.read(question, days.stream().map(Part::piece).toList(), connection);
            for (int i = 0; i < read.size(); i++) {
                sums.put(days.get(i), read.get(i));
            }
        }
    }

    private void readQuarters(Question question, List<Part> parts, Map<Part, Map<List<String>, Long>> sums)
            throws SQLException {
        var measure = question.measure();
        var quarters = new HashMap<Instant, DayQuarters>();
        var unknown = new LinkedHashSet<Part>();
        for (var part : parts) {
            var known = remembered.quarters(measure, part.day(), versions.of(measure, part));
            if (known == null) {
                unknown.add(part);
            } else {
                quarters.put(part.day(), known);
            }
        }
        if (!unknown.isEmpty() && !question.only().equals(Only.ALL)) {
            // a few rows of the index, against all of the days
            var read = SumRows.read(question, unknown.stream().map(Part::piece).toList(), connection);
            int i = 0;
            for (var part : unknown) {
                sums.put(part, read.get(i++));
            }
        } else if (!unknown.isEmpty()) {
            var days = unknown.stream().map(Part::day).distinct().toList();
            DayQuarters.read(measure, days, connection).forEach((day, read) -> {
                quarters.put(day, read);
                remembered.remember(measure, day, versions.of(measure, day), read);
            });
        }
        parts.stream()
                .filter(part -> !sums.containsKey(part))
                .forEach(part -> sums.put(
                        part, Objects.requireNonNull(quarters.get(part.day())).sums(part, question)));
    }

    private static boolean isShort(Span span) {
        return span.length().compareTo(SHORT) <= 0;
    }

    private static Map<List<String>, Long> add(Stream<Map<List<String>, Long>> parts) {
        var sums = new HashMap<List<String>, Long>();
        parts.forEach(part -> part.forEach((codes, tickets) -> sums.merge(codes, tickets, Long::sum)));
        return sums;
    }
}
