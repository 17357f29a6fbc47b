package groundswell.language.redaction;

import static groundswell.language.redaction.SpanType.PERSON;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names in a text that is all capitals: the listed ones with what stands beside them, and what no vocabulary knows. */
final class Shouted {
    static Stream<Span> find(Folded text, List<Token> tokens, Tongue tongue) {
        return IntStream.range(0, tokens.size())
                .filter(i -> isName(tokens, i, tongue))
                .mapToObj(i -> text.span(tokens.get(i).start(), tokens.get(i).end(), PERSON)
                        .by(tokens.get(i).isGiven() ? Layer.NAME_LIST : Layer.UNCOMMON));
    }

    private static boolean isName(List<Token> tokens, int i, Tongue tongue) {
        var token = tokens.get(i);
        boolean unknown = !Vocabulary.contains(token.word());
        boolean follows = i > 0 && token.gap().equals(" ") && tokens.get(i - 1).isNothingElse();
        return token.isNothingElse()
                || follows && (token.isFamily() || unknown)
                || unknown && token.word().length() > 3 && tongue == Tongue.ENGLISH;
    }

    private Shouted() {}
}
