package groundswell.ticket.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import groundswell.ticket.http.Refused;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one at a time. A row that cannot be read is an {@link Unreadable} and does not stop the others. */
sealed interface Rows extends AutoCloseable {
    /** One row: a JSON object, or why it is none. */
    sealed interface Row {}

    record Parsed(ObjectNode json) implements Row {}

    record Unreadable(String why) implements Row {}

    /** Null at the end. */
    @Nullable
    Row next() throws IOException;

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
                        ? new Parsed(object)
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
        private final MappingIterator<Map<String, String>> rows;
        private final Mapping mapping;

        Csv(InputStream in, Mapping mapping) throws IOException {
            this.mapping = mapping;
            this.rows = CsvMapper.builder()
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .enable(CsvParser.Feature.ALLOW_TRAILING_COMMA)
                    .build()
                    .readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(in);
            checkColumns();
        }

        private void checkColumns() throws IOException {
            rows.hasNextValue();
            var schema = (CsvSchema) rows.getParser().getSchema();
            for (var column : mapping.columns()) {
                if (schema.column(column) == null) {
                    throw Refused.field(
                            "mapping", "speaks of a column that the file's first line does not have: " + column);
                }
            }
        }

        @Override
        public @Nullable Row next() throws IOException {
            return rows.hasNextValue() ? new Parsed(mapping.apply(rows.nextValue())) : null;
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
