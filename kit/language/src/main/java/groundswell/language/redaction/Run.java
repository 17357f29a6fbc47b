package groundswell.language.redaction;

import static groundswell.language.redaction.SpanType.COMPANY;
import static groundswell.language.redaction.SpanType.PERSON;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Words with capitals in a row, and what they are the name of.
 *
 * @param before the word before them in small letters, or nothing
 */
record Run(List<Token> tokens, String before) {
    /** After these stands whom somebody works for rather than who it is. */
    private static final Set<String> COMPANY_CUES = Set.of(
            "from",
            "at",
            "for",
            "by",
            "with",
            "of",
            "to",
            "company",
            "supplier",
            "bank",
            "hotel",
            "employer",
            "joined");

    record Name(List<Token> tokens, SpanType type, Layer layer) {
        Span in(Folded text) {
            return text.span(tokens.getFirst().start(), tokens.getLast().end(), type)
                    .by(layer);
        }
    }

    Optional<Name> judged(Tongue tongue) {
        if (isCompany()) {
            return Optional.of(new Name(tokens, COMPANY, Layer.COMPANY_WORDS));
        }
        int named = indexOf(Token::isNothingElse);
        if (named >= 0) {
            return Optional.of(new Name(fromName(named), PERSON, Layer.NAME_LIST));
        }
        int twofold = indexOf(token -> token.isGiven() || token.word().length() == 1);
        if (twofold >= 0 && twofold + 1 < tokens.size() && isSurname(tokens.get(twofold + 1))) {
            return Optional.of(new Name(tokens.subList(twofold, tokens.size()), PERSON, Layer.NAME_LIST));
        }
        if (tokens.size() > 1
                && tokens.stream().anyMatch(token -> token.isFamily() && !EverydayWords.contains(token.word()))) {
            return Optional.of(new Name(tokens, PERSON, Layer.NAME_LIST));
        }
        if (tokens.size() == 1 && isNameOnlyHere(tokens.getFirst())) {
            return Optional.of(new Name(tokens, PERSON, Layer.NAME_LIST));
        }
        return isUncommon(tongue) ? Optional.of(uncommon()) : Optional.empty();
    }

    /** A word of business in a run of at least two, or an ampersand; not all of it what anybody says. */
    private boolean isCompany() {
        boolean business = tokens.stream().skip(1).anyMatch(token -> BusinessWords.contains(token.word()))
                || tokens.size() > 1 && BusinessWords.contains(tokens.getFirst().word());
        boolean paired = tokens.stream().skip(1).anyMatch(token -> token.gap().contains("&"));
        boolean the =
                tokens.getFirst().lower().equals("the") && !tokens.getFirst().first();
        boolean telling = tokens.stream()
                .anyMatch(token -> !EverydayWords.contains(token.word())
                        && !Products.contains(token.word())
                        && !token.isAcronym());
        return tokens.size() > 1
                && telling
                && (business || paired || the && tokens.size() > 2 || COMPANY_CUES.contains(before) && !hasPerson());
    }

    private boolean hasPerson() {
        return tokens.stream().anyMatch(token -> token.isGiven() || token.word().length() == 1)
                || tokens.stream().allMatch(token -> token.isCommon() && EverydayWords.contains(token.word()));
    }

    /** From the given name on, or from before it where a family name or a title may stand first. */
    private List<Token> fromName(int named) {
        int from = named;
        while (from > 0 && isSurname(tokens.get(from - 1))) {
            from--;
        }
        return tokens.subList(from, tokens.size());
    }

    static boolean isSurname(Token token) {
        return token.isCapital()
                && !Products.contains(token.word())
                && (token.isFamily() || token.isGiven() || !token.isCommon());
    }

    /** "my boss Will wants", "for Grace": inside a sentence such a word has its capital for being a name. */
    private boolean isNameOnlyHere(Token token) {
        return !token.first()
                && !token.isAcronym()
                && !Products.contains(token.word())
                && (token.isGiven() || token.isFamily() && !EverydayWords.contains(token.word()));
    }

    private boolean isUncommon(Tongue tongue) {
        boolean uncommon = tokens.stream().anyMatch(token -> !token.isCommon())
                && (tokens.size() > 1 || !Misspelt.isLong(tokens.getFirst().word()));
        return switch (tongue) {
            case ENGLISH -> uncommon;
            case GERMAN ->
                uncommon
                        && tokens.size() > 1
                        && tokens.stream().noneMatch(Token::isCommon)
                        && !tokens.getFirst().first();
            case OTHER -> uncommon && (!tokens.getFirst().first() || tokens.size() > 1);
        };
    }

    private Name uncommon() {
        int from = 0;
        while (from < tokens.size() - 1
                && tokens.get(from).first()
                && tokens.get(from).isCommon()) {
            from++;
        }
        return new Name(
                tokens.subList(from, tokens.size()), COMPANY_CUES.contains(before) ? COMPANY : PERSON, Layer.UNCOMMON);
    }

    private int indexOf(Predicate<Token> holds) {
        for (int i = 0; i < tokens.size(); i++) {
            if (holds.test(tokens.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
