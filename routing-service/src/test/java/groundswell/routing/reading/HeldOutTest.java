package groundswell.routing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import groundswell.language.BgeSmall;
import groundswell.routing.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How good is day one? Texts that are in no theme's phrasings, judged by the shipped taxonomy. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HeldOutTest {
    private static final double FLOOR = 0.9;

    record Case(String theme, String team, String text, String foundTheme, String foundTeam, double probability) {
        boolean assigned() {
            return probability >= FLOOR;
        }

        boolean rightTeam() {
            return team.equals(foundTeam);
        }
    }

    static final List<Case> CASES = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        var yaml = new YAMLMapper();
        var taxonomy = yaml.readValue(resource("taxonomy.yaml"), Taxonomy.class);
        Map<String, List<String>> heldOut = yaml.readValue(resource("held-out.yaml"), new TypeReference<>() {});
        try (var embedder = new BgeSmall()) {
            var classifier = new Learnt(taxonomy, embedder).from(List.of(), 0).classifier();
            heldOut.forEach((theme, texts) -> {
                for (var text : texts) {
                    var found = classifier.classify(text);
                    var team = taxonomy.theme(theme).map(t -> t.team()).orElse("unclear");
                    CASES.add(new Case(theme, team, text, found.theme(), found.group(), found.groupProbability()));
                }
            });
        }
        var clear = clear();
        System.out.printf(
                "Held out: theme %.0f %%, team %.0f %% of all; assigned by itself %.0f %%, of these right %.1f %%; unclear kept for triage %d of %d%n",
                share(clear, c -> c.theme().equals(c.foundTheme())),
                share(clear, Case::rightTeam),
                share(clear, Case::assigned),
                share(clear.stream().filter(Case::assigned).toList(), Case::rightTeam),
                unclear().stream().filter(c -> !c.assigned()).count(),
                unclear().size());
        CASES.stream()
                .filter(c -> c.assigned() && !c.rightTeam())
                .forEach(c -> System.out.println("  wrongly assigned: " + c));
    }

    @Test
    void nearly_every_ticket_that_is_assigned_by_its_text_comes_to_the_right_team() {
        var assigned = clear().stream().filter(Case::assigned).toList();
        assertThat(share(assigned, Case::rightTeam)).isGreaterThanOrEqualTo(95);
    }

    @Test
    void most_clear_tickets_need_nobody_in_triage() {
        assertThat(share(clear(), Case::assigned)).isGreaterThanOrEqualTo(70);
    }

    @Test
    void the_main_theme_is_mostly_right() {
        assertThat(share(clear(), c -> c.theme().equals(c.foundTheme()))).isGreaterThanOrEqualTo(85);
    }

    @Test
    void most_unclear_tickets_wait_for_a_person() {
        assertThat(share(unclear(), c -> !c.assigned())).isGreaterThanOrEqualTo(60);
    }

    private static List<Case> clear() {
        return CASES.stream().filter(c -> !c.team().equals("unclear")).toList();
    }

    private static List<Case> unclear() {
        return CASES.stream().filter(c -> c.team().equals("unclear")).toList();
    }

    private static double share(List<Case> cases, java.util.function.Predicate<Case> of) {
        return 100.0 * cases.stream().filter(of).count() / cases.size();
    }

    private static java.io.InputStream resource(String name) {
        return HeldOutTest.class.getResourceAsStream("/groundswell/routing/" + name);
    }
}
