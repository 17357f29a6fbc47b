package groundswell.routing.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import groundswell.routing.Taxonomy;
import groundswell.routing.Team;
import groundswell.routing.Teams;
import groundswell.routing.Theme;
import groundswell.routing.http.Refused;
import groundswell.routing.theme.ThemeChange.Add;
import groundswell.routing.theme.ThemeChange.Merge;
import groundswell.routing.theme.ThemeChange.Move;
import groundswell.routing.theme.ThemeChange.NewTheme;
import groundswell.routing.theme.ThemeChange.Rename;
import groundswell.routing.theme.ThemeChange.Split;
import groundswell.routing.theme.ThemeChange.Teach;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChangedTest {
    static final Teams TEAMS =
            new Teams(List.of(new Team("product", "Product", ""), new Team("revenue", "Revenue", "")));
    static final Taxonomy BEFORE = new Taxonomy(
            7,
            List.of(
                    theme("fee", "one", "two", "three"),
                    theme("refund", "four", "five", "six"),
                    theme("tax", "seven", "eight", "nine")),
            List.of("see attachment"),
            Map.of("old-fee", "fee"));

    @Test
    void a_new_theme_stands_at_the_end_and_the_version_goes_on() {
        var after = changed(new Add(fresh("seat", "revenue")));
        assertThat(after.version()).isEqualTo(8);
        assertThat(codes(after)).containsExactly("fee", "refund", "tax", "seat");
        assertThat(after.unclear()).containsExactly("see attachment");
    }

    @Test
    void a_renamed_theme_keeps_its_code_its_place_and_what_is_not_said() {
        var fee = changed(new Rename("fee", " Charges ", null)).themes().getFirst();
        assertThat(fee).isEqualTo(new Theme("fee", "Charges", "product", "About fee", List.of("one", "two", "three")));
    }

    @Test
    void a_moved_theme_is_another_teams() {
        assertThat(changed(new Move("tax", "revenue")).theme("tax"))
                .hasValueSatisfying(theme -> assertThat(theme.team()).isEqualTo("revenue"));
    }

    @Test
    void what_is_taught_comes_behind_what_was_known_and_once() {
        assertThat(changed(new Teach("fee", List.of(" two ", "ten")))
                        .themes()
                        .getFirst()
                        .phrasings())
                .containsExactly("one", "two", "three", "ten");
    }

    @Test
    void merging_keeps_phrasings_and_leads_old_codes_on() {
        var after = changed(new Merge("fee", "refund"));
        assertThat(after.theme("old-fee")).map(Theme::code).contains("refund");
        assertThat(after.current("fee")).isEqualTo("refund");
        assertThat(after.theme("refund").orElseThrow().phrasings())
                .containsExactly("four", "five", "six", "one", "two", "three");
    }

    @Test
    void a_split_theme_gives_its_place_to_those_it_became() {
        var after = changed(
                new Split("refund", List.of(fresh("refund-late", "revenue"), fresh("refund-wanted", "product"))));
        assertThat(codes(after)).containsExactly("fee", "refund-late", "refund-wanted", "tax");
        assertThat(after.theme("refund")).isEmpty();
    }

    @Test
    void changes_are_made_in_order() {
        var after = changed(new Add(fresh("seat", "product")), new Move("seat", "revenue"), new Merge("tax", "seat"));
        assertThat(after.theme("tax")).map(Theme::team).contains("revenue");
    }

    static Stream<ThemeChange> impossible() {
        return Stream.of(
                new Add(fresh("fee", "product")),
                new Add(fresh("old-fee", "product")),
                new Add(fresh("seat", "marketing")),
                new Add(new NewTheme("seat", "Seat", "product", "Seats", List.of("same", "same ", " same"))),
                new Rename("nothing", "Nothing", null),
                new Move("fee", "marketing"),
                new Teach("nothing", List.of("x")),
                new Merge("fee", "fee"),
                new Merge("fee", "nothing"),
                new Merge("nothing", "fee"),
                new Split("fee", List.of(fresh("seat", "product"), fresh("seat", "product"))));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void what_cannot_be_done_is_refused(ThemeChange change) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> changed(change));
    }

    @Test
    void at_least_two_themes_stay() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Changed.of(
                        new Taxonomy(1, BEFORE.themes().subList(0, 2), List.of(), Map.of()),
                        List.of(new Merge("fee", "refund")),
                        TEAMS));
    }

    private static Taxonomy changed(ThemeChange... changes) {
        return Changed.of(BEFORE, List.of(changes), TEAMS);
    }

    private static List<String> codes(Taxonomy taxonomy) {
        return taxonomy.themes().stream().map(Theme::code).toList();
    }

    private static NewTheme fresh(String code, String team) {
        return new NewTheme(code, code, team, "About " + code, List.of(code + " a", code + " b", code + " c"));
    }

    private static Theme theme(String code, String... phrasings) {
        return new Theme(code, code, "product", "About " + code, List.of(phrasings));
    }
}
