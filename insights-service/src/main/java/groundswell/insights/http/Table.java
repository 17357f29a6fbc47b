package groundswell.insights.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An answer as the table that it holds: its first list of rows, or itself where it has none; a list of words, such as what
 * was asked for, is none. Pure.
 *
 * @param rows one JSON object each
 */
public record Table(List<JsonNode> rows) {
    /** One JSON object a line. */
    public static final String NDJSON = "application/x-ndjson";

    static Table of(JsonNode answer) {
        var list = answer.isArray()
                ? answer
                : StreamSupport.stream(answer.spliterator(), false)
                        .filter(Table::holdsRows)
                        .findFirst()
                        .orElse(null);
        var rows = new ArrayList<JsonNode>();
        if (list == null) {
            rows.add(answer);
        } else {
            list.forEach(rows::add);
        }
        return new Table(rows);
    }

    private static boolean holdsRows(JsonNode value) {
        return value.isArray()
                && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isObject);
    }

    String ndjson() {
        return rows.stream().map(row -> row + "\n").collect(Collectors.joining());
    }

    /** A field of an object within a row is a column {@code outer.inner}; a list of words is one cell, and so is a list of rows. */
    String csv() {
        var lines = new ArrayList<Map<String, Object>>();
        var columns = new LinkedHashSet<String>();
        for (var row : rows) {
            var cells = new LinkedHashMap<String, Object>();
            flatten("", row, cells);
            columns.addAll(cells.keySet());
            lines.add(cells);
        }
        var csv = new Csv(columns.toArray(String[]::new));
        lines.forEach(cells -> csv.line(
                columns.stream().map(column -> cells.getOrDefault(column, "")).toArray()));
        return csv.text();
    }

    private static void flatten(String name, JsonNode value, Map<String, Object> cells) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> flatten(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), cells));
        } else if (!value.isNull()) {
            cells.put(name, cell(value));
        }
    }

    private static Object cell(JsonNode value) {
        if (value.isArray()) {
            var words = StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual);
            return words
                    ? StreamSupport.stream(value.spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(" "))
                    : value.toString();
        }
        return value.isNumber() ? value.numberValue() : value.asText();
    }
}
