package groundswell.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HelpCentreTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    @Test
    void the_same_day_has_the_same_figures() {
        assertThat(HelpCentre.articles(DAY, 3)).isEqualTo(HelpCentre.articles(DAY, 3));
        assertThat(HelpCentre.searches(DAY)).isEqualTo(HelpCentre.searches(DAY));
    }

    @Test
    void articles_are_about_themes_that_the_demo_has_and_one_theme_has_none() {
        var written = Topic.everyday().stream().map(Topic::theme).collect(Collectors.toSet());
        var documented = items(HelpCentre.articles(DAY, 3)).stream()
                .map(item -> item.getString("theme"))
                .collect(Collectors.toSet());
        assertThat(written).containsAll(documented);
        written.removeAll(documented);
        assertThat(written).isEqualTo(Set.of("product-notifications"));
    }

    @Test
    void no_search_opens_more_than_was_searched_for() {
        assertThat(items(HelpCentre.searches(DAY)))
                .allMatch(item -> item.getLong("opened") <= item.getLong("searches"))
                .allMatch(item -> item.getLong("people") <= item.getLong("searches"));
    }

    @Test
    void nobody_reads_of_a_calendar_that_is_not_there_yet() {
        assertThat(calendar(Month.LAUNCHED + 1)).isLessThan(calendar(Month.LAUNCHED) / 5);
    }

    private static long calendar(int ago) {
        return items(HelpCentre.articles(DAY, ago)).stream()
                .filter(item -> item.getString("title").contains("Calendar 3"))
                .mapToLong(item -> item.getLong("visits"))
                .sum();
    }

    private static List<JsonObject> items(JsonObject told) {
        return told.getJsonArray("items").stream().map(JsonObject.class::cast).toList();
    }
}
