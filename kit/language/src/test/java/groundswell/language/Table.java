package groundswell.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A table of examples in a text file: one row a line, cells between {@code |}, {@code #} starts a remark. */
public record Table(List<List<String>> rows) {
    public static Table read(Class<?> test, String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            return new Table(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Table::cells)
                    .toList());
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("(?:^| )\\|(?: |$)", -1))
                .map(String::strip)
                .map(String::translateEscapes)
                .toList();
    }
}
