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

    private record Near(@Nullable Sign sign, double above) {
        boolean enough() {
            return sign != null && above >= 0;
        }
    }

    static Place ofArticle(float[] title, List<Sign> names) {
        var name = name(title, names);
        return name.sign() != null && name.enough() ? new Place(name.sign().theme(), null) : Place.NOWHERE;
    }

    /** Whichever is further above its bound decides; the article answers only what it is about. */
    static Place ofTerm(float[] term, List<Sign> names, List<Sign> titles) {
        var name = name(term, names);
        var title = title(term, titles);
        if (title.sign() != null && title.enough() && (title.above() >= name.above() || !name.enough())) {
            return new Place(title.sign().theme(), title.sign().article());
        }
        if (name.sign() == null || !name.enough()) {
            return Place.NOWHERE;
        }
        var theme = name.sign().theme();
        boolean answered = title.sign() != null
                && title.enough()
                && Objects.equals(theme, title.sign().theme());
        return new Place(theme, answered ? title.sign().article() : null);
    }

    private static Near name(float[] vector, List<Sign> names) {
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
        return new Near(first, best - second < AHEAD ? -1 : best - NAME);
    }

    private static Near title(float[] vector, List<Sign> titles) {
        Sign first = null;
        double best = -1;
        for (var sign : titles) {
            var similarity = Embedder.similarity(vector, sign.vector());
            if (similarity > best) {
                best = similarity;
                first = sign;
            }
        }
        return new Near(first, best - TITLE);
    }

    private Nearest() {}
}
