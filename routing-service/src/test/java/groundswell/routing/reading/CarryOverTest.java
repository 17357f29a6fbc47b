package groundswell.routing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import groundswell.language.BgeSmall;
import groundswell.language.Classification;
import groundswell.routing.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Does day one carry over to companies nobody had in mind? Harder texts, by another author than the phrasings'. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CarryOverTest {
    private static final double FLOOR = 0.9;
    private static final String UNCLEAR = "unclear";

    record Case(String theme, String team, Classification found) {
        boolean assigned() {
            return found.groupProbability() >= FLOOR;
        }

        boolean rightTeam() {
            return team.equals(found.group());
        }
    }

    static final List<Case> CLEAR = new ArrayList<>();
    static final List<Case> NOTHING = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        var yaml = new YAMLMapper();
        var taxonomy = yaml.readValue(resource("taxonomy.yaml"), Taxonomy.class);
        Map<String, List<String>> texts =
                yaml.readValue(resource("held-out-industries.yaml"), new TypeReference<>() {});
        try (var embedder = new BgeSmall()) {
            var classifier = new Learnt(taxonomy, embedder).from(List.of(), 0).classifier();
            texts.forEach((theme, written) -> {
                var team = taxonomy.theme(theme).map(t -> t.team()).orElse(UNCLEAR);
                for (var text : written) {
                    var one = new Case(theme, team, classifier.classify(text));
                    (theme.equals(UNCLEAR) ? NOTHING : CLEAR).add(one);
                }
            });
        }
        var assigned = CLEAR.stream().filter(Case::assigned).toList();
        System.out.printf(
                "Other industries: theme %.0f %%, team %.0f %% of all; assigned by itself %.0f %%, of these right %.1f %%%n",
                share(CLEAR, c -> c.theme().equals(c.found().theme())),
                share(CLEAR, Case::rightTeam),
                share(CLEAR, Case::assigned),
                share(assigned, Case::rightTeam));
    }

    @Test
    void every_theme_is_asked_for() {
        assertThat(CLEAR.stream().map(Case::theme).distinct()).hasSize(64);
    }

    @Test
    void nearly_every_ticket_that_is_assigned_by_its_text_comes_to_the_right_team() {
        assertThat(share(CLEAR.stream().filter(Case::assigned).toList(), Case::rightTeam))
                .isGreaterThanOrEqualTo(96);
    }

    @Test
    void half_of_them_need_nobody_in_triage() {
        assertThat(share(CLEAR, Case::assigned)).isGreaterThanOrEqualTo(50);
    }

    @Test
    void the_best_guess_is_mostly_right() {
        assertThat(share(CLEAR, Case::rightTeam)).isGreaterThanOrEqualTo(88);
    }

    @Test
    void what_says_nothing_waits_for_a_person() {
        assertThat(share(NOTHING, c -> !c.assigned())).isGreaterThanOrEqualTo(90);
    }

    private static double share(List<Case> cases, Predicate<Case> of) {
        return 100.0 * cases.stream().filter(of).count() / cases.size();
    }

    private static InputStream resource(String name) {
        return CarryOverTest.class.getResourceAsStream("/groundswell/routing/" + name);
    }
}
