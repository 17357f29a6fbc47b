package groundswell.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells which language a text is in, among those that customers mostly write; empty where a text is too short or too
 * mixed to say. Safe for any number of threads; some ten megabytes.
 */
public final class Languages {
    private static final String MODEL = "/langdetect-183.bin";

    /** Fewer letters fit many languages. */
    private static final int LETTERS = 12;

    /** More of a text tells no more. */
    private static final int ENOUGH = 400;

    /** How much likelier than the second the first must be. */
    private static final double CLEARLY = 1.1;

    /** ISO 639-3, as the model has them, to ISO 639-1. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("eng", "en"),
            Map.entry("deu", "de"),
            Map.entry("fra", "fr"),
            Map.entry("spa", "es"),
            Map.entry("ita", "it"),
            Map.entry("por", "pt"),
            Map.entry("nld", "nl"),
            Map.entry("pol", "pl"),
            Map.entry("swe", "sv"),
            Map.entry("dan", "da"),
            Map.entry("nob", "no"),
            Map.entry("fin", "fi"),
            Map.entry("ces", "cs"),
            Map.entry("slk", "sk"),
            Map.entry("hun", "hu"),
            Map.entry("ron", "ro"),
            Map.entry("tur", "tr"),
            Map.entry("ell", "el"),
            Map.entry("rus", "ru"),
            Map.entry("ukr", "uk"),
            Map.entry("bul", "bg"),
            Map.entry("ara", "ar"),
            Map.entry("heb", "he"),
            Map.entry("hin", "hi"),
            Map.entry("vie", "vi"),
            Map.entry("ind", "id"),
            Map.entry("kor", "ko"),
            Map.entry("jpn", "ja"),
            Map.entry("cmn", "zh"));

    private final ThreadLocal<LanguageDetectorME> detectors;

    public Languages() {
        var model = model();
        detectors = ThreadLocal.withInitial(() -> new LanguageDetectorME(model));
    }

    /** The ISO 639-1 code, such as {@code de}. */
    public Optional<String> of(String text) {
        var start = text.length() <= ENOUGH ? text : text.substring(0, ENOUGH);
        if (start.codePoints().filter(Character::isLetter).count() < LETTERS) return Optional.empty();
        var ranked = candidates(detectors.get().predictLanguages(start));
        boolean clear = ranked.get(0).getConfidence() >= CLEARLY * ranked.get(1).getConfidence();
        return clear ? Optional.ofNullable(CODES.get(ranked.get(0).getLang())) : Optional.empty();
    }

    /** Every code that {@link #of} may answer. */
    public static List<String> codes() {
        return CODES.values().stream().sorted().toList();
    }

    private static List<Language> candidates(Language[] predicted) {
        return Arrays.stream(predicted)
                .filter(language -> CODES.containsKey(language.getLang()))
                .toList();
    }

    private static LanguageDetectorModel model() {
        try (InputStream file = Languages.class.getResourceAsStream(MODEL)) {
            if (file == null)
                throw new IllegalStateException(MODEL + " (opennlp-models-langdetect) is not on the class path");
            return new LanguageDetectorModel(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
