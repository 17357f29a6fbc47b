package groundswell.insights.documentation;

import java.util.Locale;

/** What there is to do about a theme's articles; the most urgent first. */
enum Verdict {
    NO_ARTICLE("No article", "warn"),
    STILL_WRITTEN_IN("Looked up and still written in about", "warn"),
    NOT_FOUND("Searched without finding", "warn"),
    ARTICLES_UNKNOWN("Articles not told", ""),
    TOO_LITTLE("Too little to say", ""),
    WELL_ENOUGH("Documented well enough", "ok");

    private final String label;
    private final String tone;

    Verdict(String label, String tone) {
        this.label = label;
        this.tone = tone;
    }

    /** {@code no_article}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    /** Of its badge. */
    String tone() {
        return tone;
    }

    /** Whether somebody should write or mend something. */
    boolean isGap() {
        return switch (this) {
            case NO_ARTICLE, STILL_WRITTEN_IN, NOT_FOUND -> true;
            case ARTICLES_UNKNOWN, TOO_LITTLE, WELL_ENOUGH -> false;
        };
    }
}
