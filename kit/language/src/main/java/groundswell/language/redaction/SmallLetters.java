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
    /** What ends so is a word, if a rare one: "erroneous". */
    private static final Pattern LEARNED = Pattern.compile(
            ".*(?:ous|ously|ive|able|ible|ables|tion|tions|ency|ancy|ance|ence|i[sz]e|i[sz]es|i[sz]ing|i[sz]ed|ating|ated|ily|edly|ently|antly|ory|ity|ities|acies"
                    + "|ment|ments|less|ness|ship|logy|ism|ist|ists|isal|isals|graph|ware|load|loads|sync|bug)");

    private static final Pattern INITIAL = Pattern.compile("(?<![\\w.])[a-z]\\. ?(?<it>[a-z]{3,20})\\b");
    private static final Set<String> AFTERWARDS = Set.of("from", "at", "here", "again", "with", "of", "and", "for");

    static Stream<Span> find(Folded text) {
        var tokens = Token.of(text);
        return Stream.of(listed(text, tokens), told(text), initials(text), unheardOf(text, tokens))
                .flatMap(spans -> spans);
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

    /** "d. okereke", but not "e. g. this". */
    private static Stream<Span> initials(Folded text) {
        return INITIAL.matcher(text.text())
                .results()
                .filter(match -> NameLists.isFamily(match.group("it")) || !Vocabulary.contains(match.group("it")))
                .map(match -> text.span(match.start(), match.end(), PERSON).by(Layer.UNCOMMON));
    }

    /**
     * In an English text a word that no vocabulary knows is a slip of the pen, or a name. A text of a few words, such as what
     * somebody searched for, tells too little of its language.
     */
    private static Stream<Span> unheardOf(Folded text, List<Token> tokens) {
        if (tokens.size() < 5 || Tongue.of(tokens) != Tongue.ENGLISH) {
            return Stream.empty();
        }
        return tokens.stream()
                .filter(token -> token.word().matches("[a-z]{5,20}"))
                .filter(token -> !LEARNED.matcher(token.word()).matches())
                .filter(token -> !Vocabulary.containsRare(token.word()) && !Misspelt.is(token.word()))
                .map(token -> text.span(token.start(), token.end(), PERSON).by(Layer.UNHEARD_OF));
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
