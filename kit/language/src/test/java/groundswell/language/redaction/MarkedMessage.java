package groundswell.language.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** A message with the places that a person marked in it: {@code I'm [person:Marta] from [company:Northwind Dairy]}. */
record MarkedMessage(String text, List<Span> marks) {
    private static final Pattern MARK = Pattern.compile("\\[([a-z-]+):([^]]+)]");

    static List<MarkedMessage> read(String file) throws IOException {
        try (InputStream stream = Objects.requireNonNull(MarkedMessage.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(line -> parse(line.replace("\\n", "\n")))
                    .toList();
        }
    }

    private static MarkedMessage parse(String marked) {
        var text = new StringBuilder();
        var marks = new ArrayList<Span>();
        var mark = MARK.matcher(marked);
        int from = 0;
        while (mark.find()) {
            text.append(marked, from, mark.start());
            int start = text.codePointCount(0, text.length());
            text.append(mark.group(2));
            marks.add(new Span(start, text.codePointCount(0, text.length()), type(mark.group(1))));
            from = mark.end();
        }
        return new MarkedMessage(text.append(marked.substring(from)).toString(), List.copyOf(marks));
    }

    private static SpanType type(String word) {
        return SpanType.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
