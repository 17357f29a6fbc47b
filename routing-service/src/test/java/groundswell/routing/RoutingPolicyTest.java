package groundswell.routing;

import static groundswell.routing.RoutingEvent.DecidedBy.MODEL;
import static groundswell.routing.RoutingEvent.DecidedBy.NONE;
import static groundswell.routing.RoutingEvent.DecidedBy.RULE;
import static groundswell.routing.RoutingEvent.Lane.TEAM;
import static groundswell.routing.RoutingEvent.Lane.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import groundswell.routing.RoutingEvent.Alternative;
import groundswell.routing.RoutingEvent.Example;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoutingPolicyTest {
    static final Rule OUTAGE = new Rule("outage", "Outage", ConditionTest.tags("outage"), "reliability");
    static final Rule BIG = new Rule("big", "Big customer", ConditionTest.big(true), "revenue");
    static final Rule BUG = new Rule("bug", "Bug", ConditionTest.tags("bug"), "reliability");
    static final RoutingPolicy POLICY = new RoutingPolicy(new Rules(3, List.of(OUTAGE, BIG, BUG)), 0.9);

    @Test
    void a_matching_rule_decides_and_is_named_with_its_version() {
        var decision = POLICY.decide(ticket(false, "bug"), reading(0.99));
        assertThat(decision.lane()).isEqualTo(TEAM);
        assertThat(decision.team()).isEqualTo("reliability");
        assertThat(decision.decidedBy()).isEqualTo(RULE);
        assertThat(decision.rule()).isEqualTo("bug");
        assertThat(decision.rulesVersion()).isEqualTo(3);
        assertThat(decision.confidence()).isEqualTo(1);
    }

    @Test
    void the_first_of_two_matching_rules_wins() {
        assertThat(POLICY.decide(ticket(true, "outage"), null).rule()).isEqualTo("outage");
        assertThat(POLICY.decide(ticket(true, "bug"), null).rule()).isEqualTo("big");
    }

    @Test
    void a_rules_decision_would_change_without_it_or_by_an_earlier_rule_to_another_team() {
        assertThat(POLICY.decide(ticket(true), null).wouldChange()).containsExactly("without:big", "rule:outage");
        assertThat(POLICY.decide(ticket(false, "bug"), null).wouldChange()).containsExactly("without:bug", "rule:big");
    }

    @Test
    void where_no_rule_matches_a_clear_text_decides() {
        var decision = POLICY.decide(ticket(false), reading(0.9));
        assertThat(decision.lane()).isEqualTo(TEAM);
        assertThat(decision.team()).isEqualTo("product");
        assertThat(decision.decidedBy()).isEqualTo(MODEL);
        assertThat(decision.model()).isEqualTo("test-model@1");
        assertThat(decision.examples()).hasSize(1);
        assertThat(decision.alternatives()).hasSize(2);
        assertThat(decision.wouldChange()).first().isEqualTo("confidence:0.90");
    }

    @Test
    void an_unclear_text_goes_to_triage_with_the_best_guess() {
        var decision = POLICY.decide(ticket(false), reading(0.89));
        assertThat(decision.lane()).isEqualTo(TRIAGE);
        assertThat(decision.team()).isNull();
        assertThat(decision.bestTeam()).isEqualTo("product");
        assertThat(decision.confidence()).isEqualTo(0.89);
    }

    @Test
    void without_a_text_to_read_it_goes_to_triage_and_says_so() {
        var decision = POLICY.decide(ticket(false), null);
        assertThat(decision.lane()).isEqualTo(TRIAGE);
        assertThat(decision.decidedBy()).isEqualTo(NONE);
        assertThat(decision.bestTeam()).isNull();
        assertThat(decision.wouldChange()).startsWith("text");
    }

    @Test
    void the_same_ticket_and_reading_give_the_same_decision() {
        assertThat(POLICY.decide(ticket(false, "x"), reading(0.7)))
                .isEqualTo(POLICY.decide(ticket(false, "x"), reading(0.7)));
    }

    @Test
    void two_rules_with_one_id_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rules(1, List.of(BUG, BUG)));
    }

    private static TicketFacts ticket(boolean big, String... tags) {
        return new TicketFacts("email", null, null, big, Set.of(tags), "P3", null, "some text", "en");
    }

    private static Reading reading(double probability) {
        return new Reading(
                "product-how-to",
                0.8,
                List.of(),
                List.of(new Alternative("product", probability), new Alternative("revenue", 1 - probability)),
                List.of(new Example("product-how-to", "product-how-to#1", 0.8)),
                List.of("how"),
                "test-model@1");
    }
}
