package groundswell.language.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names by their capitals: runs of words with a capital are a company where one of them is a word companies are made of, a
 * person where one is in a list of names, and either where one is in no vocabulary. Each run is judged by {@link Run}.
 */
final class Capitals {
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "de", "der", "den", "da", "dos", "del", "della", "di", "du", "el", "al", "bin", "ten", "la",
            "le", "zu", "y");

    /** Words that begin a sentence, and no name. */
    private static final Set<String> STARTERS = WordList.readBelow("starters", "everyday-words.txt");

    static Stream<Span> find(Folded text) {
        var tokens = Token.of(text);
        var tongue = Tongue.of(tokens);
        if (isShouted(text.text())) {
            return Shouted.find(text, tokens, tongue);
        }
        return runs(tokens).stream().flatMap(run -> run.judged(tongue).map(name -> name.in(text)).stream());
    }

    private static boolean isShouted(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        return letters > 11 && text.chars().filter(Character::isUpperCase).count() * 10 > letters * 7;
    }

    private static List<Run> runs(List<Token> tokens) {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isCapital() || tokens.get(i).isTitle() || startsOnly(tokens, i)) {
                continue;
            }
            int last = i;
            for (int next = i + 1; next < tokens.size() && next - i < 8 && goesOn(tokens, last, next); next++) {
                last = tokens.get(next).isCapital() ? next : last;
            }
            runs.add(new Run(
                    tokens.subList(i, last + 1), i == 0 ? "" : tokens.get(i - 1).lower()));
            i = last;
        }
        return runs;
    }

    private static boolean startsOnly(List<Token> tokens, int i) {
        boolean named = tokens.get(i).isGiven()
                && i + 1 < tokens.size()
                && tokens.get(i + 1).gap().equals(" ")
                && Run.isSurname(tokens.get(i + 1));
        return tokens.get(i).first() && STARTERS.contains(tokens.get(i).lower()) && !named;
    }

    private static boolean goesOn(List<Token> tokens, int last, int next) {
        var token = tokens.get(next);
        if (token.isCapital()) {
            return !token.isTitle() && isJoint(tokens.get(next - 1), token);
        }
        return token.gap().equals(" ") && goesOnSmall(tokens, last, next) || leadsToBusiness(tokens, next);
    }

    /** "Boots and Barley Pharmacy", "Aldhelm's Primary School": what joins them is part of it for the word at the end. */
    private static boolean leadsToBusiness(List<Token> tokens, int next) {
        var token = tokens.get(next);
        boolean joins = token.word().equals("and") && token.gap().equals(" ")
                || token.word().equals("s") && token.gap().equals("'");
        int end = next + 1;
        while (joins
                && end < tokens.size()
                && end < next + 4
                && tokens.get(end).isCapital()
                && tokens.get(end).gap().equals(" ")) {
            if (BusinessWords.contains(tokens.get(end).word())) {
                return true;
            }
            end++;
        }
        return false;
    }

    private static boolean goesOnSmall(List<Token> tokens, int last, int next) {
        var token = tokens.get(next);
        return (PARTICLES.contains(token.lower())
                        || token.word().equals("of")
                                && BusinessWords.contains(tokens.get(last).word()))
                && next + 1 < tokens.size()
                && tokens.get(next + 1).gap().equals(" ")
                && (tokens.get(next + 1).isCapital()
                        || PARTICLES.contains(tokens.get(next + 1).lower()));
    }

    private static boolean isJoint(Token before, Token token) {
        return token.gap().equals(" ")
                || token.gap().equals(" & ")
                || token.gap().equals(". ")
                        && (before.word().length() == 1 || before.word().equals("St"));
    }

    private Capitals() {}
}
