package groundswell.language.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How well marked messages were redacted. A piece counts as removed when not one of its letters and digits is left; what
 * type it was taken for does not matter. An ordinary word is any word outside the marks; it is lost when a letter of it is.
 */
final class Tally {
    static final Set<SpanType> STRUCTURED =
            EnumSet.complementOf(EnumSet.of(SpanType.PERSON, SpanType.COMPANY, SpanType.OTHER));

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*");

    private final Map<SpanType, Integer> marked = new EnumMap<>(SpanType.class);
    private final Map<SpanType, Integer> removed = new EnumMap<>(SpanType.class);
    private final Map<SpanType, Integer> leaked = new EnumMap<>(SpanType.class);
    private final List<String> missed = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private int words;

    static Tally of(List<MarkedMessage> messages) {
        var tally = new Tally();
        messages.forEach(message -> tally.add(message, Redaction.find(message.text(), Identity.unknown())));
        return tally;
    }

    private void add(MarkedMessage message, List<Span> found) {
        int[] points = message.text().codePoints().toArray();
        var gone = places(found);
        var marks = places(message.marks());
        for (var mark : message.marks()) {
            int left = 0;
            for (int i = mark.start(); i < mark.end(); i++) {
                left += Character.isLetterOrDigit(points[i]) && !gone.get(i) ? 1 : 0;
            }
            marked.merge(mark.type(), 1, Integer::sum);
            removed.merge(mark.type(), left == 0 ? 1 : 0, Integer::sum);
            leaked.merge(mark.type(), left, Integer::sum);
            if (left > 0) {
                missed.add(mark.type() + " " + Placeholders.covered(message.text(), mark));
            }
        }
        WORD.matcher(message.text()).results().forEach(word -> {
            int start = message.text().codePointCount(0, word.start());
            int end = message.text().codePointCount(0, word.end());
            if (marks.get(start, end).isEmpty()) {
                words++;
                if (!gone.get(start, end).isEmpty()) {
                    lost.add(word.group());
                }
            }
        });
    }

    private static BitSet places(List<Span> spans) {
        var places = new BitSet();
        spans.forEach(span -> places.set(span.start(), span.end()));
        return places;
    }

    int marks() {
        return sum(marked, EnumSet.allOf(SpanType.class));
    }

    double recall(Set<SpanType> types) {
        return (double) sum(removed, types) / sum(marked, types);
    }

    double ordinaryWordsLost() {
        return (double) lost.size() / words;
    }

    List<String> missed() {
        return missed;
    }

    List<String> lost() {
        return lost;
    }

    private static int sum(Map<SpanType, Integer> counts, Set<SpanType> types) {
        return types.stream().mapToInt(type -> counts.getOrDefault(type, 0)).sum();
    }

    /** One line a type: removed of marked, and the characters that leaked. */
    @Override
    public String toString() {
        var lines = new StringBuilder(String.format(
                Locale.ROOT,
                "structured %.3f, persons %.3f, companies %.3f; ordinary words removed: %d of %d%n",
                recall(STRUCTURED),
                recall(Set.of(SpanType.PERSON)),
                recall(Set.of(SpanType.COMPANY)),
                lost.size(),
                words));
        marked.forEach((type, many) -> lines.append(String.format(
                "%s: %d of %d, %d characters leaked%n", type, removed.get(type), many, leaked.get(type))));
        return lines.toString();
    }
}
