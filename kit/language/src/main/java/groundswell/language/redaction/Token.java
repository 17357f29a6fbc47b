package groundswell.language.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A word of a folded text, without the {@code 's} of a possessive.
 *
 * @param gap what stands between it and the word before
 * @param first whether a sentence or a line starts with it, where every word has a capital
 */
record Token(String word, int start, int end, String gap, boolean first) {
    private static final Pattern WORD =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}]*+(?:(?!'s\\b)['-]\\p{L}[\\p{L}\\p{M}\\p{N}]*+){0,5}");
    private static final Pattern PRONOUN = Pattern.compile("I(?:'\\w+)?");
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "herr",
            "herrn",
            "frau",
            "mme",
            "monsieur",
            "madame",
            "senor",
            "senora",
            "sig",
            "don",
            "dona",
            "sir");

    static List<Token> of(Folded text) {
        var tokens = new ArrayList<Token>();
        var match = WORD.matcher(text.text());
        int from = 0;
        while (match.find()) {
            var gap = text.text().substring(from, match.start());
            boolean afterTitle = !tokens.isEmpty() && tokens.getLast().isTitle();
            boolean first = tokens.isEmpty()
                    || gap.contains("\n")
                    || !afterTitle
                            && gap.strip().matches(".*[.!?:|>*]")
                            && tokens.getLast().word.length() > 1;
            tokens.add(new Token(match.group(), match.start(), match.end(), gap, first));
            from = match.end();
        }
        return tokens;
    }

    boolean isCapital() {
        return Character.isUpperCase(word.charAt(0)) && !PRONOUN.matcher(word).matches();
    }

    boolean isTitle() {
        return TITLES.contains(lower());
    }

    /** Some letters in capitals alone, such as CSV: a short name of a thing rather than a person's. */
    boolean isAcronym() {
        return word.length() < 6 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    boolean isCommon() {
        return isAcronym() || isCamel() || List.of(word.split("-")).stream().allMatch(Vocabulary::contains);
    }

    /** A capital inside, as products have it; "McNamara" and "O'Malley" are people. */
    private boolean isCamel() {
        return word.substring(1).chars().anyMatch(Character::isUpperCase)
                && !word.matches("(?:Ma?c|\\w')\\p{Lu}.*|.*-.*");
    }

    boolean isGiven() {
        return NameLists.isGiven(word);
    }

    boolean isNothingElse() {
        return NameLists.isNothingElse(word)
                || word.contains("-") && List.of(word.split("-")).stream().anyMatch(NameLists::isNothingElse);
    }

    boolean isFamily() {
        return NameLists.isFamily(word);
    }

    String lower() {
        return word.toLowerCase(Locale.ROOT);
    }
}
