package groundswell.insights.counting;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists as PostgreSQL reads them in text: {@code {"a","b"}}. */
final class Literals {
    static String of(Collection<?> values) {
        return values.stream()
                .map(value -> "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }

    private Literals() {}
}
