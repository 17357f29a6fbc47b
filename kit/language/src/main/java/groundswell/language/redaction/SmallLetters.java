package groundswell.language.redaction;

import static groundswell.language.redaction.SpanType.PERSON;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names in small letters, as people write in a chat: the listed ones that are no word besides, what stands beside them, and
 * what follows "i'm" and "my name is" without being a word.
 */
final class SmallLetters {
    private static final Pattern CUE = Pattern.compile("\\b(?:i'?m|i am|my name is|name's|this"
            + " is|it'?s|its|thx|thanks|regards|cheers|mr|mrs|ms|dr|herr|frau)[,.]? (?<it>[a-z][a-z'-]+(?:"
            + " [a-z][a-z'-]+)?)");
    private static final Set<String> AFTERWARDS = Set.of("from", "at", "here", "again", "with", "of", "and", "for");

    static Stream<Span> find(Folded text) {
        var tokens = Token.of(text);
        return Stream.concat(listed(text, tokens), told(text));
    }

    private static Stream<Span> listed(Folded text, List<Token> tokens) {
        return IntStream.range(0, tokens.size())
                .filter(i -> isListed(tokens.get(i)))
                .mapToObj(i -> {
                    boolean two = i + 1 < tokens.size() && isSurname(tokens.get(i + 1));
                    return text.span(
                                    tokens.get(i).start(),
                                    tokens.get(two ? i + 1 : i).end(),
                                    PERSON)
                            .by(Layer.NAME_LIST);
                });
    }

    private static boolean isListed(Token token) {
        return !token.isCapital() && token.word().length() > 2 && NameLists.isNothingElse(token.word());
    }

    private static boolean isSurname(Token token) {
        return token.gap().equals(" ")
                && (NameLists.isFamily(token.word()) && !EverydayWords.contains(token.word())
                        || NameLists.isNothingElse(token.word())
                        || !Vocabulary.contains(token.word()))
                && !AFTERWARDS.contains(token.lower());
    }

    private static Stream<Span> told(Folded text) {
        return CUE.matcher(text.text()).results().flatMap(match -> {
            var words = match.group("it").split(" ");
            if (Vocabulary.contains(words[0])) {
                return Stream.empty();
            }
            boolean two = words.length > 1 && !Vocabulary.contains(words[1]);
            int start = match.start("it");
            return Stream.of(text.span(start, two ? match.end("it") : start + words[0].length(), PERSON)
                    .by(Layer.UNCOMMON));
        });
    }

    private SmallLetters() {}
}
