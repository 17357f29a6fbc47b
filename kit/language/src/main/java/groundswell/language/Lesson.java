package groundswell.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text whose theme is known.
 *
 * @param theme code of its theme, or null for a text that is about none of them
 * @param name what an explanation calls it, such as {@code billing.double-charge#3}; null where it is never shown
 * @param weight how much it counts, more than 0 and up to 4; a phrasing counts 1
 */
public record Lesson(@Nullable String theme, @Nullable String name, EncodedText text, float weight) {
    public Lesson {
        if (!(weight > 0 && weight <= 4)) throw new IllegalArgumentException("A lesson cannot weigh " + weight);
    }

    /** A theme's phrasings, which are named by their place from 1, and its description. */
    public static List<Lesson> of(Theme theme, Embedder embedder) {
        var lessons = new ArrayList<Lesson>();
        for (int i = 0; i < theme.phrasings().size(); i++) {
            var text = EncodedText.of(theme.phrasings().get(i), embedder);
            lessons.add(new Lesson(theme.code(), theme.code() + "#" + (i + 1), text, 1));
        }
        if (!theme.description().isBlank()) {
            lessons.add(new Lesson(theme.code(), null, EncodedText.of(theme.description(), embedder), 1));
        }
        return lessons;
    }

    /** A text that says nothing any theme could be told from. */
    public static Lesson ofNothing(String text, Embedder embedder) {
        return new Lesson(null, null, EncodedText.of(text, embedder), 1);
    }
}
