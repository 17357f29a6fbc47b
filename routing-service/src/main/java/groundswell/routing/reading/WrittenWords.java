package groundswell.routing.reading;

import groundswell.routing.Taxonomy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The words of the taxonomy's own phrasings: these may be shown and published, a word that only customers use may not. */
record WrittenWords(Set<String> words) {
    static WrittenWords of(Taxonomy taxonomy) {
        return new WrittenWords(taxonomy.themes().stream()
                .flatMap(theme -> theme.phrasings().stream())
                .flatMap(phrasing ->
                        Arrays.stream(phrasing.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toUnmodifiableSet()));
    }

    List<String> among(List<String> said) {
        return said.stream().filter(words::contains).toList();
    }
}
