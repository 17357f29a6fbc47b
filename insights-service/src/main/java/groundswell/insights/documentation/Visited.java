package groundswell.insights.documentation;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An article on a day.
 *
 * @param article its id in its own system
 * @param theme that it is about, as its own system says; null where it says none
 * @param visitors different ones that day
 */
record Visited(String article, String title, @Nullable String theme, long visits, long visitors) {
    static final List<String> COLUMNS = List.of("article", "title", "visits", "visitors");

    private static final int LONGEST_ID = 100, LONGEST_TITLE = 200;

    /** Of one day: an article that stands there twice would have two figures. */
    static Function<Line, Visited> ofOneDay() {
        var seen = new HashSet<String>();
        return line -> {
            var visited = of(line);
            if (!visited.article.isEmpty() && !seen.add(visited.article)) {
                line.refuse("article", "stands in a line before");
            }
            return visited;
        };
    }

    private static Visited of(Line line) {
        var theme = line.wordsOrNone("theme", LONGEST_ID);
        return new Visited(
                line.words("article", LONGEST_ID),
                line.words("title", LONGEST_TITLE),
                theme.isEmpty() ? null : theme,
                line.number("visits"),
                line.number("visitors"));
    }
}
