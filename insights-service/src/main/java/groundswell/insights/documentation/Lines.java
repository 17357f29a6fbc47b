package groundswell.insights.documentation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import groundswell.insights.InsightsRefused;
import groundswell.insights.InsightsRefused.Reason;
import groundswell.insights.http.Csv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a day, whichever of the two formats it comes in; all of it or nothing. */
final class Lines {
    static final int MOST = 10_000;

    private static final int TOLD = 5;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .build();

    /** @param columns that a CSV's first line must have */
    static <T> List<T> read(byte[] body, @Nullable String type, List<String> columns, Function<Line, T> line) {
        var lines = type != null && type.startsWith(Csv.TYPE) ? csv(body, columns) : json(body);
        if (lines.size() > MOST) {
            throw refused("A day has at most " + MOST + " lines; this one has " + lines.size() + ".");
        }
        var read = lines.stream().map(line).toList();
        var wrong = Line.wrong(lines, TOLD);
        if (!wrong.isEmpty()) {
            throw refused(wrong);
        }
        return read;
    }

    private static List<Line> json(byte[] body) {
        JsonNode items;
        try {
            items = JSON.readTree(body).path("items");
        } catch (IOException e) {
            throw refused("This is no JSON.");
        }
        if (!items.isArray()) {
            throw refused("Send all of the day as {\"items\": […]}; an empty list means that there was nothing.");
        }
        var lines = new ArrayList<Line>();
        for (var item : items) {
            var fields = new HashMap<String, String>();
            item.properties().stream()
                    .filter(field ->
                            field.getValue().isTextual() || field.getValue().isNumber())
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asText()));
            lines.add(new Line(lines.size() + 1, fields, new ArrayList<>()));
        }
        return lines;
    }

    private static List<Line> csv(byte[] body, List<String> columns) {
        try (var rows = CSV.readerFor(String[].class).<String[]>readValues(body)) {
            var header = rows.hasNextValue()
                    ? Stream.of(rows.nextValue()).map(Lines::column).toList()
                    : List.<String>of();
            if (!header.containsAll(columns)) {
                throw refused("The first line must name the columns " + String.join(",", columns) + ".");
            }
            var lines = new ArrayList<Line>();
            while (rows.hasNextValue()) {
                lines.add(line(rows.nextValue(), header, lines.size() + 1));
            }
            return lines;
        } catch (JsonProcessingException e) {
            throw refused("This is no CSV: check the quotes.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String[] values, List<String> header, int number) {
        var line = new Line(number, new HashMap<>(), new ArrayList<>());
        for (int i = 0; i < Math.min(values.length, header.size()); i++) {
            line.fields().put(header.get(i), values[i]);
        }
        if (values.length > header.size()) {
            line.refuse("has " + values.length, "values where the first line has " + header.size());
        }
        return line;
    }

    /** Spreadsheets put a mark before the first. */
    private static String column(String name) {
        return name.replace("\ufeff", "").strip();
    }

    private static InsightsRefused refused(String why) {
        return new InsightsRefused(Reason.UNREADABLE_LINES, why + " Nothing was changed.");
    }

    private Lines() {}
}
