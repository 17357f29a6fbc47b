package groundswell.routing;

import groundswell.routing.Edition.TaxonomyPublished;
import groundswell.routing.Edition.ThemeEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The themes in force, with a version that every classification by them names.
 *
 * @param unclear texts that no theme could be told from: they teach what to leave to a person
 * @param replaced codes of themes that are no more, with the one that took each one's place
 */
public record Taxonomy(int version, List<Theme> themes, List<String> unclear, Map<String, String> replaced) {
    /** The stream that its versions are recorded in. */
    public static final String STREAM = "taxonomy";

    /** A file may leave out what it has none of. */
    @SuppressWarnings("NullAway") // what is absent is null until here
    public Taxonomy {
        themes = List.copyOf(themes);
        unclear = unclear == null ? List.of() : List.copyOf(unclear);
        replaced = replaced == null ? Map.of() : Map.copyOf(replaced);
        if (themes.stream().map(Theme::code).distinct().count() < themes.size())
            throw new IllegalArgumentException("Two themes have the same code");
    }

    public static Taxonomy of(TaxonomyPublished e) {
        var themes = e.themes().stream()
                .map(theme -> new Theme(
                        theme.code(),
                        theme.name(),
                        theme.team(),
                        theme.description() == null ? "" : theme.description(),
                        theme.phrasings()))
                .toList();
        return new Taxonomy(e.version(), themes, e.unclear(), e.replaced());
    }

    /** The theme of that code, or the one that took its place. */
    public Optional<Theme> theme(String code) {
        var current = current(code);
        return themes.stream().filter(theme -> theme.code().equals(current)).findFirst();
    }

    /** Of every theme, and of those that are part of one now. */
    public List<String> livingCodes() {
        return Stream.concat(themes.stream().map(Theme::code), replaced.keySet().stream())
                .filter(code -> theme(code).isPresent())
                .toList();
    }

    /** The code itself, or that of the theme that took its place. */
    public String current(String code) {
        var current = code;
        for (int steps = 0; steps <= replaced.size() && replaced.containsKey(current); steps++) {
            current = replaced.getOrDefault(current, current);
        }
        return current;
    }

    /** The phrasing that an id such as {@code billing-double-charge#3} stands for; the first is number 1. */
    public Optional<String> phrasing(String id) {
        int hash = id.lastIndexOf('#');
        if (hash < 0) return Optional.empty();
        int place = Integer.parseInt(id.substring(hash + 1)) - 1;
        return themes.stream()
                .filter(theme -> theme.code().equals(id.substring(0, hash)))
                .findFirst()
                .filter(theme -> place >= 0 && place < theme.phrasings().size())
                .map(theme -> theme.phrasings().get(place));
    }

    public TaxonomyPublished published(int shipped, @Nullable String note, Instant at) {
        return new TaxonomyPublished(
                version,
                themes.stream()
                        .map(theme -> new ThemeEntry(
                                theme.code(), theme.name(), theme.team(), theme.description(), theme.phrasings()))
                        .toList(),
                unclear,
                replaced,
                shipped,
                note,
                at);
    }
}
