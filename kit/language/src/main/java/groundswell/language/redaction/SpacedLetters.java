package groundswell.language.redaction;

import static groundswell.language.redaction.SpanType.PERSON;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names written letter by letter, "j o h n" or "j.o.h.n": what is an ordinary word when joined stays. */
final class SpacedLetters {
    private static final Pattern LETTERS =
            Pattern.compile("(?<![\\p{L}\\p{N}'])\\p{L}(?:(?<gap>[ ._*-]{1,2})\\p{L}(?![\\p{L}\\p{N}'])){2,30}");

    static Stream<Span> find(Folded text) {
        return LETTERS.matcher(text.text())
                .results()
                .filter(match -> isName(match.group().replaceAll("[^\\p{L}]", "")))
                .map(match -> text.span(match.start(), match.end(), PERSON).by(Layer.UNCOMMON));
    }

    private static boolean isName(String joined) {
        return NameLists.isGiven(joined) || joined.length() > 3 && !Vocabulary.contains(joined);
    }

    private SpacedLetters() {}
}
