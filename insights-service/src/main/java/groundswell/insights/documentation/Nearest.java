package groundswell.insights.documentation;

import groundswell.language.Embedder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which theme an article or a search term belongs to, by what they mean; none where nothing is near enough. Pure.
 *
 * <p>A wrong theme misleads more than a missing one, so both bounds were set for precision, on 44 labelled terms of which
 * 12 belong to no theme; {@code NearestTest} holds what was measured on those and on as many others, which nothing was
 * tuned on.
 */
final class Nearest {
    /** Cosine from which a theme's name speaks for it; and by how much it must be nearer than the second. */
    static final double NAME = 0.70, AHEAD = 0.02;

    /** Cosine from which an article's title answers a term. Titles are longer than names, and say more. */
    static final double TITLE = 0.74;

    /** A theme's name; or an article's title, whose theme may not be known. */
    record Sign(@Nullable String theme, @Nullable String article, float[] vector) {}

    /** @param article that answers it; always null for an article itself */
    record Place(@Nullable String theme, @Nullable String article) {
        static final Place NOWHERE = new Place(null, null);
    }

    /** @param above how far it is above its bound */
    private record Near(Sign sign, double above) {}

    static Place ofArticle(float[] title, List<Sign> names) {
        var name = name(title, names);
        return name == null ? Place.NOWHERE : new Place(name.sign().theme(), null);
    }

    /** Whichever is further above its bound decides; the article answers only what it is about. */
    static Place ofTerm(float[] term, List<Sign> names, List<Sign> titles) {
        var name = name(term, names);
        var title = title(term, titles);
        if (title != null && (name == null || title.above() >= name.above())) {
            return new Place(title.sign().theme(), title.sign().article());
        }
        if (name == null) {
            return Place.NOWHERE;
        }
        var theme = name.sign().theme();
        return new Place(
                theme,
                title != null && Objects.equals(theme, title.sign().theme())
                        ? title.sign().article()
                        : null);
    }

    /** Null where none is near enough, or two are as near. */
    private static @Nullable Near name(float[] vector, List<Sign> names) {
        Sign first = null;
        double best = -1, second = -1;
        for (var sign : names) {
            var similarity = Embedder.similarity(vector, sign.vector());
            if (similarity > best) {
                second = best;
                best = similarity;
                first = sign;
            } else if (similarity > second) {
                second = similarity;
            }
        }
        return first == null || best < NAME || best - second < AHEAD ? null : new Near(first, best - NAME);
    }

    /** Null where none is near enough. */
    private static @Nullable Near title(float[] vector, List<Sign> titles) {
        Sign first = null;
        double best = -1;
        for (var sign : titles) {
            var similarity = Embedder.similarity(vector, sign.vector());
            if (similarity > best) {
                best = similarity;
                first = sign;
            }
        }
        return first == null || best < TITLE ? null : new Near(first, best - TITLE);
    }

    private Nearest() {}
}
