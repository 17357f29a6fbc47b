package groundswell.routing;

import groundswell.routing.RoutingEvent.TaxonomyPublished;
import groundswell.routing.RoutingEvent.ThemeEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The themes in force, with a version that every classification by them names. */
public record Taxonomy(int version, List<Theme> themes) {
    /** The stream that its versions are recorded in. */
    public static final String STREAM = "taxonomy";

    public Taxonomy {
        themes = List.copyOf(themes);
        if (themes.stream().map(Theme::code).distinct().count() < themes.size())
            throw new IllegalArgumentException("Two themes have the same code");
    }

    public Optional<Theme> theme(String code) {
        return themes.stream().filter(theme -> theme.code().equals(code)).findFirst();
    }

    /** The phrasing that an id such as {@code billing-double-charge#3} stands for; the first is number 1. */
    public Optional<String> phrasing(String id) {
        int hash = id.lastIndexOf('#');
        if (hash < 0) return Optional.empty();
        int place = Integer.parseInt(id.substring(hash + 1)) - 1;
        return theme(id.substring(0, hash))
                .filter(theme -> place >= 0 && place < theme.phrasings().size())
                .map(theme -> theme.phrasings().get(place));
    }

    public TaxonomyPublished published(Instant at) {
        return new TaxonomyPublished(
                version,
                themes.stream()
                        .map(theme -> new ThemeEntry(theme.code(), theme.name(), theme.team()))
                        .toList(),
                at);
    }
}
