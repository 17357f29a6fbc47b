package groundswell.routing;

import groundswell.routing.RoutingEvent.TaxonomyPublished;
import groundswell.routing.RoutingEvent.ThemeEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The themes in force, with a version that every classification by them names.
 *
 * @param unclear texts that no theme could be told from: they teach what to leave to a person
 */
public record Taxonomy(int version, List<Theme> themes, List<String> unclear) {
    /** The stream that its versions are recorded in. */
    public static final String STREAM = "taxonomy";

    /** A file may leave the unclear texts out. */
    @SuppressWarnings("NullAway") // an absent list is null until here
    public Taxonomy {
        themes = List.copyOf(themes);
        unclear = unclear == null ? List.of() : List.copyOf(unclear);
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
