package groundswell.insights.http;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines as RFC 4180 has them. A text that a spreadsheet would take for a formula gets an apostrophe before it: themes and tags
 * may carry what outsiders wrote.
 */
public final class Csv {
    public static final String TYPE = "text/csv";

    private final StringBuilder text = new StringBuilder();

    public Csv(String... columns) {
        line((Object[]) columns);
    }

    public void line(Object... values) {
        text.append(Stream.of(values).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    public String text() {
        return text.toString();
    }

    private static String cell(Object value) {
        var plain = value.toString();
        if (value instanceof CharSequence && !plain.isEmpty() && "=+-@\t\r".indexOf(plain.charAt(0)) >= 0) {
            plain = "'" + plain;
        }
        return plain.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                ? "\"" + plain.replace("\"", "\"\"") + "\""
                : plain;
    }
}
