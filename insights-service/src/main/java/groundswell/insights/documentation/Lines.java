package groundswell.insights.documentation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a day, whichever of the two formats it comes in; all of it or nothing. */
final class Lines {
    static final int MOST = 10_000;

    private static final int TOLD = 5;

    private static final JsonFactory JSON = new JsonFactory();

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .build();

    /** @param columns that a CSV's first line must have */
    static <T> List<T> read(byte[] body, @Nullable String type, List<String> columns, Function<Line, T> line) {
        var lines = type != null && type.startsWith(Csv.TYPE) ? csv(body, columns) : json(body);
        var read = lines.stream().map(line).toList();
        var wrong = Line.wrong(lines, TOLD);
        if (!wrong.isEmpty()) {
            throw refused(wrong);
        }
        return read;
    }

    /** Token by token: a body that is no day may hold a million of anything. */
    private static List<Line> json(byte[] body) {
        List<Line> lines = null;
        try (var parser = JSON.createParser(body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    var isItems = "items".equals(parser.currentName());
                    if (parser.nextToken() == JsonToken.START_ARRAY && isItems) {
                        lines = items(parser);
                    } else {
                        parser.skipChildren();
                    }
                }
            }
        } catch (IOException _) {
            throw refused("This is no JSON.");
        }
        if (lines == null) {
            throw refused("Send all of the day as {\"items\": […]}; an empty list means that there was nothing.");
        }
        return lines;
    }

    private static List<Line> items(JsonParser parser) throws IOException {
        var lines = new ArrayList<Line>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            lines.add(new Line(next(lines), fields(parser), new ArrayList<>()));
        }
        return lines;
    }

    /** None of what is no object. */
    private static Map<String, String> fields(JsonParser parser) throws IOException {
        var fields = new HashMap<String, String>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return fields;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            var value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
                fields.put(field, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return fields;
    }

    /** Number of the line to come; refuses it where it is one too many. */
    private static int next(List<Line> lines) {
        if (lines.size() == MOST) {
            throw refused("A day has at most " + MOST + " lines.");
        }
        return lines.size() + 1;
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
                lines.add(line(rows.nextValue(), header, next(lines)));
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
