package groundswell.consent.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import groundswell.consent.http.Refusal;
import groundswell.journal.JsonEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a body apart into rows of named texts: NDJSON, a JSON array, or CSV with a header line. */
final class Rows {
    static final int MOST = 50_000;

    /** @param fault set instead of fields where the row cannot be read at all */
    record Row(
            int number,
            Map<String, String> fields,
            @Nullable String fault) {
        @Nullable
        String field(String name) {
            var value = fields.get(name.toLowerCase(Locale.ROOT));
            return value == null || value.isBlank() ? null : value.strip();
        }
    }

    private static final ObjectMapper JSON = JsonEvents.mapper();
    private static final ObjectReader CSV = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader());

    static List<Row> csv(String body) {
        var rows = new ArrayList<Row>();
        try (MappingIterator<Map<String, String>> lines = CSV.readValues(body)) {
            while (lines.hasNextValue()) {
                rows.add(new Row(rows.size() + 1, lowered(lines.nextValue()), null));
                bounded(rows.size());
            }
        } catch (IOException e) {
            rows.add(new Row(rows.size() + 1, Map.of(), "is not CSV with a header line; the rest was not read"));
        }
        return rows;
    }

    static List<Row> array(String body) {
        JsonNode tree;
        try {
            tree = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("body", "must be a JSON array of rows");
        }
        if (!tree.isArray()) {
            throw Refusal.invalid("body", "must be a JSON array of rows");
        }
        bounded(tree.size());
        var rows = new ArrayList<Row>();
        tree.forEach(node -> rows.add(row(rows.size() + 1, node)));
        return rows;
    }

    static List<Row> lines(String body) {
        var rows = new ArrayList<Row>();
        body.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var number = rows.size() + 1;
            bounded(number);
            try {
                rows.add(row(number, JSON.readTree(line)));
            } catch (JsonProcessingException e) {
                rows.add(new Row(number, Map.of(), "is not JSON"));
            }
        });
        return rows;
    }

    private static Row row(int number, JsonNode node) {
        if (!node.isObject()) {
            return new Row(number, Map.of(), "must be a JSON object");
        }
        var fields = new HashMap<String, String>();
        node.properties().forEach(e -> fields.put(e.getKey().toLowerCase(Locale.ROOT), text(e.getValue())));
        return new Row(number, fields, null);
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.isNull() ? "" : value.asText();
        }
        var parts = new ArrayList<String>();
        value.forEach(v -> parts.add(v.asText()));
        return String.join(",", parts);
    }

    private static Map<String, String> lowered(Map<String, String> fields) {
        var lowered = new HashMap<String, String>();
        fields.forEach((k, v) -> lowered.put(k.strip().toLowerCase(Locale.ROOT), v));
        return lowered;
    }

    private static void bounded(int rows) {
        if (rows > MOST) {
            throw Refusal.of(413, "too-many-rows", "At most " + MOST + " rows at a time: send the file in parts.");
        }
    }

    private Rows() {}
}
