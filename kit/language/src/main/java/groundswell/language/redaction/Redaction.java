package groundswell.language.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Removes from a text what could identify a person or a company: by form (addresses, numbers, links …), by what is known
 * of the writer, and by what stands around names. Pure and deterministic. What it misses, a reviewer marks and applies.
 */
public final class Redaction {
    /** Longer texts are refused: a story is told in less, and the work grows with the length. */
    public static final int LONGEST = 100_000;

    private static final Finder BY_FORM = Finder.all(List.of(Contacts.FINDER, Numbers.FINDER, PlacesAndDates.FINDER));

    private static final Finder NAMES = Finder.all(List.of(Capitals::find, SmallLetters::find, SpacedLetters::find));

    /** Finds and removes, for anybody to read; {@code identity} is what is known of the people concerned. */
    public static Redacted redact(String text, Identity identity) {
        return redact(text, identity, Audience.OUTSIDE);
    }

    public static Redacted redact(String text, Identity identity, Audience audience) {
        return apply(text, find(text, identity, audience));
    }

    /** The places that would be removed for anybody to read, for a reviewer to add to. */
    public static List<Span> find(String text, Identity identity) {
        return find(text, identity, Audience.OUTSIDE);
    }

    public static List<Span> find(String text, Identity identity, Audience audience) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A text to redact has at most " + LONGEST + " characters");
        }
        var folded = Folded.of(text);
        return united(Stream.of(
                        by(Layer.FORM, BY_FORM.find(folded)),
                        by(Layer.KNOWN, KnownNames.of(identity).find(folded)),
                        by(Layer.CUES, NameCues.find(folded, text)),
                        NAMES.find(folded))
                .flatMap(spans -> spans)
                .filter(span -> !audience.isSpared(span))
                .toList());
    }

    /** Of these places only those that hold what is known of the people concerned, whatever stands around it. */
    public static List<Span> known(String text, Identity identity) {
        return united(
                by(Layer.KNOWN, KnownNames.of(identity).find(Folded.of(text))).toList());
    }

    /** Removes exactly these places of a text, such as the found ones and those a reviewer marked. */
    public static Redacted apply(String text, List<Span> spans) {
        var united = united(spans);
        if (!united.isEmpty() && united.getLast().end() > text.codePointCount(0, text.length())) {
            throw new IllegalArgumentException("A span ends after the text");
        }
        return new Redacted(Placeholders.fill(text, united), united);
    }

    private static Stream<Span> by(Layer layer, Stream<Span> spans) {
        return spans.map(span -> span.by(layer));
    }

    /** Whatever any finder saw goes: pieces that overlap become one. */
    private static List<Span> united(List<Span> spans) {
        var united = new ArrayList<Span>();
        spans.stream()
                .sorted(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()))
                .forEach(span -> {
                    if (!united.isEmpty() && united.getLast().touches(span)) {
                        united.add(united.removeLast().with(span));
                    } else {
                        united.add(span);
                    }
                });
        return List.copyOf(united);
    }

    private Redaction() {}
}
