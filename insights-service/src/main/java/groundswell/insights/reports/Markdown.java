package groundswell.insights.reports;

import io.quarkus.qute.TemplateExtension;
import java.util.regex.Pattern;

/** Texts of people inside Markdown: {@code name.md} in a template. */
@TemplateExtension
final class Markdown {
    private static final Pattern MEANS_SOMETHING = Pattern.compile("[\\\\`*_\\[\\]<>|&~]");
    private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n]+\\s*");

    /** On one line, with whatever would be read as markup escaped. */
    static String md(String text) {
        return MEANS_SOMETHING.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("\\\\$0");
    }

    private Markdown() {}
}
