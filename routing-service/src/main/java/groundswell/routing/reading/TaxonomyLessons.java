package groundswell.routing.reading;

import groundswell.language.Embedder;
import groundswell.language.Lesson;
import groundswell.language.Theme;
import groundswell.routing.Taxonomy;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the taxonomy teaches.
 *
 * @param themes with their teams as groups
 */
record TaxonomyLessons(List<Theme> themes, List<Lesson> lessons) {
    static TaxonomyLessons of(Taxonomy taxonomy, Embedder embedder) {
        var themes = taxonomy.themes().stream()
                .map(theme -> new Theme(theme.code(), theme.team(), theme.description(), theme.phrasings()))
                .toList();
        var lessons = Stream.concat(
                        themes.parallelStream().flatMap(theme -> Lesson.of(theme, embedder).stream()),
                        taxonomy.unclear().parallelStream().map(text -> Lesson.ofNothing(text, embedder)))
                .toList();
        return new TaxonomyLessons(themes, lessons);
    }
}
