package groundswell.ticket.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import groundswell.ticket.http.Refused;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one at a time. A row that cannot be read is an {@link Unreadable} and does not stop the others. */
sealed interface Rows extends AutoCloseable {
    int MOST_ROWS = 512;
    long MOST_TEXT = 8 << 20;

    /** One row: a JSON object, or why it is none. */
    sealed interface Row {}

    /** @param size about how many characters it has */
    record Parsed(ObjectNode json, long size) implements Row {}

    record Unreadable(String why) implements Row {}

    /** Null at the end. */
    @Nullable
    Row next() throws IOException;

    /** The next rows: enough to share commits, and few enough to lie in memory together. Empty at the end. */
    default List<Row> batch() throws IOException {
        var batch = new ArrayList<Row>();
        long text = 0;
        while (batch.size() < MOST_ROWS && text < MOST_TEXT) {
            var row = next();
            if (row == null) {
                break;
            }
            batch.add(row);
            text += row instanceof Parsed parsed ? parsed.size() : 0;
        }
        return batch;
    }

    @Override
    void close() throws IOException;

    /** One JSON object a line. */
    final class NdJson implements Rows {
        private static final int LONGEST = 1 << 20;

        private final InputStream in;
        private final ObjectMapper json;

        NdJson(InputStream in, ObjectMapper json) {
            this.in = new BufferedInputStream(in, 1 << 16);
            this.json = json;
        }

        @Override
        public @Nullable Row next() throws IOException {
            var line = line();
            while (line != null && line.size() == 0) {
                line = line();
            }
            if (line == null) {
                return null;
            }
            if (line.size() > LONGEST) {
                return new Unreadable("is longer than 1 MiB");
            }
            try {
                return json.readTree(line.toByteArray()) instanceof ObjectNode object
                        ? new Parsed(object, line.size())
                        : new Unreadable("must be one JSON object a line");
            } catch (JsonProcessingException e) {
                return new Unreadable("must be one JSON object a line");
            }
        }

        /** Keeps no more of a line than shows that it is too long. */
        private @Nullable ByteArrayOutputStream line() throws IOException {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            var line = new ByteArrayOutputStream(1024);
            for (; b >= 0 && b != '\n'; b = in.read()) {
                if (line.size() <= LONGEST && b != '\r') {
                    line.write(b);
                }
            }
            return line;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Comma-separated with a header line, in UTF-8. */
    final class Csv implements Rows {
        private final MappingIterator<String[]> lines;
        private final Mapping mapping;
        private final List<String> columns;
        private long brokenAt = -1;

        Csv(InputStream in, Mapping mapping) throws IOException {
            this.mapping = mapping;
            this.lines = CsvMapper.builder()
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .build()
                    .readerFor(String[].class)
                    .readValues(in);
            this.columns = lines.hasNextValue()
                    ? Stream.of(lines.nextValue()).map(String::strip).toList()
                    : List.of();
            checkColumns();
        }

        private void checkColumns() {
            for (var column : mapping.columns()) {
                if (!columns.contains(column)) {
                    throw Refused.field(
                            "mapping", "speaks of a column that the file's first line does not have: " + column);
                }
            }
        }

        @Override
        public @Nullable Row next() throws IOException {
            try {
                return lines.hasNextValue() ? row(lines.nextValue()) : null;
            } catch (JsonProcessingException e) {
                return passOver(e);
            }
        }

        /** A reader that does not get beyond a fault would tell of it for ever. */
        private Row passOver(JsonProcessingException fault) throws JsonProcessingException {
            long place = lines.getCurrentLocation().getCharOffset();
            if (place <= brokenAt) {
                throw fault;
            }
            brokenAt = place;
            return new Unreadable("is no row of CSV: check its quotes");
        }

        private Row row(String[] values) {
            var named = new HashMap<String, String>();
            long size = 0;
            for (int i = 0; i < values.length; i++) {
                if (i < columns.size()) {
                    named.put(columns.get(i), values[i]);
                } else if (!values[i].isBlank()) {
                    return new Unreadable(
                            "has %d values where the first line has %d".formatted(values.length, columns.size()));
                }
                size += values[i].length();
            }
            return new Parsed(mapping.apply(named), size);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
