package groundswell.routing.rule;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.routing.Condition;
import groundswell.routing.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleChangeTest {
    static final Rule A = rule("a", "product"), B = rule("b", "revenue"), C = rule("c", "reliability");

    @Test
    void a_change_tells_what_came_went_and_is_different() {
        var change = between(List.of(A, B), List.of(rule("b", "product"), C));
        assertThat(change.added()).containsExactly("c");
        assertThat(change.removed()).containsExactly("a");
        assertThat(change.changed()).containsExactly("b");
        assertThat(change.moved()).isEmpty();
    }

    @Test
    void rules_that_change_places_have_moved() {
        assertThat(between(List.of(A, B, C), List.of(B, A, C)).moved()).containsExactly("b", "a");
    }

    @Test
    void a_rule_that_only_follows_another_one_up_has_not_moved() {
        assertThat(between(List.of(A, B, C), List.of(B, C)).moved()).isEmpty();
    }

    private static RuleChange between(List<Rule> before, List<Rule> after) {
        return RuleChange.between(before, after, 2, Instant.EPOCH, "agent:x", null);
    }

    private static Rule rule(String id, String team) {
        var when =
                new Condition(Set.of(), Set.of(), Set.of(), null, Set.of(id), Set.of(), Set.of(), Set.of(), Set.of());
        return new Rule(id, id, when, team);
    }
}
