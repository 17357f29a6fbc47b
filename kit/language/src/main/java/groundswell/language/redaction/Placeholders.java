package groundswell.language.redaction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives each removed thing its words, so that one reads on: the same person is the same {@code [person B]} throughout. */
final class Placeholders {
    private final Map<SpanType, List<Set<String>>> known = new EnumMap<>(SpanType.class);

    static String fill(String text, List<Span> spans) {
        var placeholders = new Placeholders();
        spans.forEach(span -> placeholders.number(span, text));
        var filled = new StringBuilder();
        int from = 0;
        for (var span : spans) {
            filled.append(text, from, text.offsetByCodePoints(0, span.start()));
            int which = placeholders.number(span, text);
            filled.append(
                    span.type().placeholder(which, placeholders.of(span.type()).size()));
            from = text.offsetByCodePoints(0, span.end());
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** A name shares its number with every earlier one that has a word of it: "Ana", "Ana Lima" and "Ms Lima" are one. */
    private int number(Span span, String text) {
        var words = words(span.type(), covered(text, span));
        var things = of(span.type());
        for (int i = 0; i < things.size(); i++) {
            if (words.stream().anyMatch(things.get(i)::contains)) {
                things.get(i).addAll(words);
                return i;
            }
        }
        things.add(new HashSet<>(words));
        return things.size() - 1;
    }

    private List<Set<String>> of(SpanType type) {
        return known.computeIfAbsent(type, missing -> new ArrayList<>());
    }

    private static Set<String> words(SpanType type, String covered) {
        var plain = Folded.fold(covered).toLowerCase(Locale.ROOT);
        return switch (type) {
            case PERSON, COMPANY -> words(plain);
            case PHONE, CARD, BANK_ACCOUNT -> Set.of(plain.replaceAll("[^\\p{L}\\p{N}]", ""));
            case SECRET,
                    BIRTH_DATE,
                    PERSONAL_NUMBER,
                    EMAIL,
                    LINK,
                    IP_ADDRESS,
                    HANDLE,
                    REFERENCE,
                    ADDRESS,
                    DATE,
                    AMOUNT,
                    OTHER -> Set.of(plain.strip());
        };
    }

    private static Set<String> words(String name) {
        var words = new HashSet<>(List.of(name.strip().split("[\\s._,-]+")));
        words.removeIf(word -> word.length() < 2);
        words.add(name.replaceAll("[\\s._,-]", ""));
        return words;
    }

    static String covered(String text, Span span) {
        return text.substring(text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end()));
    }
}
