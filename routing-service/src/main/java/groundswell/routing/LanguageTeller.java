package groundswell.routing;

import java.util.Optional;

/** Tells which language a text is in. */
public interface LanguageTeller {
    /** ISO 639-1, such as {@code de}; empty where a text is too short or too mixed to say. */
    Optional<String> languageOf(String text);
}
