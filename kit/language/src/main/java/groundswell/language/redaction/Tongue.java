package groundswell.language.redaction;

import java.util.List;
import java.util.Set;

/** Whether a text is English, by its small words: elsewhere a word that no vocabulary here knows tells nothing. */
enum Tongue {
    ENGLISH,
    GERMAN,
    OTHER;

    private static final Set<String> ENGLISH_WORDS = Set.of(
            "the", "is", "and", "to", "my", "i", "it", "you", "a", "of", "for", "with", "not", "was", "be", "at",
            "this", "your", "have", "has", "are", "on", "from", "please", "we", "our", "that", "but", "can", "i'm",
            "it's", "again", "here", "by", "all", "order", "call", "hello", "account", "phone", "thanks", "name", "me");
    private static final Set<String> GERMAN_WORDS = Set.of(
            "der",
            "die",
            "das",
            "und",
            "ich",
            "nicht",
            "ist",
            "mit",
            "bitte",
            "sie",
            "mein",
            "meine",
            "meinen",
            "seit",
            "auf",
            "fur",
            "wir",
            "ein",
            "eine",
            "einen",
            "vom",
            "zum",
            "kein",
            "habe",
            "ihnen",
            "ihren",
            "ihre",
            "den",
            "dem",
            "unser",
            "unsere",
            "hier",
            "guten",
            "hallo",
            "sehr",
            "vielen",
            "mir",
            "haben",
            "wurde",
            "liegt",
            "bei",
            "rechnung",
            "kundennummer",
            "vertrag",
            "fallig",
            "danke");
    private static final Set<String> OTHER_WORDS = Set.of(
            "le",
            "la",
            "les",
            "je",
            "est",
            "et",
            "mon",
            "ma",
            "une",
            "un",
            "pas",
            "pour",
            "du",
            "des",
            "nous",
            "vous",
            "au",
            "rien",
            "tout",
            "merci",
            "bonjour",
            "suis",
            "el",
            "los",
            "mi",
            "es",
            "y",
            "no",
            "por",
            "que",
            "de",
            "soy",
            "hola",
            "con",
            "puedo",
            "hija",
            "una",
            "il",
            "di",
            "che",
            "sono",
            "per",
            "non",
            "o",
            "os",
            "meu",
            "nao",
            "het",
            "een",
            "ik",
            "niet",
            "numero",
            "telefone",
            "buenos",
            "buenas",
            "gracias",
            "saludos",
            "cordialement");

    static Tongue of(List<Token> tokens) {
        long english = count(tokens, ENGLISH_WORDS);
        long german = count(tokens, GERMAN_WORDS);
        long other = count(tokens, OTHER_WORDS);
        if (german > english && german >= other) {
            return GERMAN;
        }
        return other > english ? OTHER : ENGLISH;
    }

    private static long count(List<Token> tokens, Set<String> words) {
        return tokens.stream().filter(token -> words.contains(token.lower())).count();
    }
}
