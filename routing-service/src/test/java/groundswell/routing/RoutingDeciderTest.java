package groundswell.routing;

import static groundswell.routing.RoutingEvent.DecidedBy.AGENT;
import static groundswell.routing.RoutingEvent.DecidedBy.MODEL;
import static groundswell.routing.RoutingEvent.DecidedBy.RULE;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.journal.seal.Sealed;
import groundswell.routing.Edition.RulesPublished;
import groundswell.routing.Edition.TaxonomyPublished;
import groundswell.routing.Edition.ThemeEntry;
import groundswell.routing.LearningEvent.Comparison;
import groundswell.routing.LearningEvent.LabelLearnt;
import groundswell.routing.LearningEvent.ModelAdopted;
import groundswell.routing.LearningEvent.ModelRefused;
import groundswell.routing.LearningEvent.Verdict;
import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.RoutingEvent.Lane;
import groundswell.routing.RoutingEvent.TicketClassified;
import groundswell.routing.RoutingEvent.TicketRouted;
import groundswell.routing.TeamEvent.Member;
import groundswell.routing.TeamEvent.TeamDefined;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoutingDeciderTest {
    static final UUID TICKET = new UUID(0, 1), ADA = new UUID(0, 2);
    static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");

    final RoutingEvent classified = new TicketClassified(TICKET, "billing-refund", List.of(), 0.8, "m@1", null, NOW);
    final RoutingEvent read = new TicketClassified(TICKET, "product-how-to", List.of(), 0.8, "m@2", null, NOW);

    @Test
    void a_ticket_is_classified_once() {
        given().when(classified).then(classified);
        given(classified).when(read).then();
    }

    @Test
    void what_takes_a_themes_place_names_the_theme_that_stands() {
        var said = TicketClassified.byPerson(TICKET, "kiosk-mode", "billing-refund", NOW);
        given(classified).when(said).then(said);
        given(classified, said).when(said).then();
        var late = new TicketClassified(TICKET, "product-how-to", List.of(), 0.8, "m@2", "billing-refund", NOW);
        given(classified, said).when(late).then();
    }

    @Test
    void a_ticket_is_routed() {
        given(classified).when(routed(MODEL, "revenue", 0)).then(routed(MODEL, "revenue", 0));
    }

    @Test
    void the_policy_does_not_decide_twice_on_the_same_assignment() {
        given(routed(MODEL, "revenue", 0)).when(routed(RULE, "product", 0)).then();
    }

    @Test
    void the_policy_decides_again_once_the_assignment_has_moved_on() {
        given(routed(MODEL, "revenue", 0)).when(routed(RULE, "product", 1)).then(routed(RULE, "product", 1));
    }

    @Test
    void an_agents_word_replaces_the_policys() {
        given(routed(MODEL, "revenue", 0)).when(routed(AGENT, "product", 0)).then(routed(AGENT, "product", 0));
    }

    @Test
    void an_agents_word_stands_until_another_agents() {
        given(routed(AGENT, "product", 1)).when(routed(RULE, "revenue", 2)).then();
        given(routed(AGENT, "product", 1)).when(routed(AGENT, "revenue", 2)).then(routed(AGENT, "revenue", 2));
    }

    @Test
    void only_a_newer_taxonomy_is_published() {
        given(taxonomy(1)).when(taxonomy(1)).then();
        given(taxonomy(1)).when(taxonomy(2)).then(taxonomy(2));
        given(taxonomy(2)).when(taxonomy(1)).then();
    }

    @Test
    void a_team_is_defined_again_only_when_something_has_changed() {
        var empty = new TeamDefined("product", "Product", List.of(), NOW);
        var withAda = new TeamDefined(
                "product", "Product", List.of(new Member(ADA, "Europe/Berlin", WeeklyShift.OFFICE)), NOW);
        given(empty)
                .when(new TeamDefined("product", "Product", List.of(), NOW.plusSeconds(1)))
                .then();
        given(empty).when(withAda).then(withAda);
    }

    @Test
    void every_label_is_learnt_and_says_nothing_of_what_comes_next() {
        given(label(), adopted(1, "a")).when(label()).then(label());
    }

    @Test
    void a_model_is_adopted_once_and_never_an_older_one() {
        given().when(adopted(1, "a")).then(adopted(1, "a"));
        given(adopted(1, "a")).when(adopted(1, "a")).then();
        given(adopted(1, "a")).when(adopted(50, "b")).then(adopted(50, "b"));
        given(adopted(50, "b")).when(adopted(1, "a")).then();
    }

    @Test
    void a_refusal_is_told_once_and_leaves_the_model_that_was_adopted() {
        given(adopted(1, "a")).when(refused(50)).then(refused(50));
        given(adopted(1, "a"), refused(50)).when(refused(50)).then();
        given(adopted(1, "a"), refused(50)).when(adopted(100, "b")).then(adopted(100, "b"));
    }

    @Test
    void rules_follow_upon_the_version_that_was_changed() {
        given().when(rules(1)).then(rules(1));
        given(rules(1)).when(rules(2)).then(rules(2));
        given(rules(1)).when(rules(1)).then();
        given(rules(1)).when(rules(3)).then();
    }

    private static RoutingEvent label() {
        return new LabelLearnt(TICKET, Verdict.ACCEPTED, "product", "a", new Sealed(ADA, "-"), "m", NOW);
    }

    private static RoutingEvent adopted(long ledgerVersion, String hash) {
        return new ModelAdopted(ledgerVersion, 1, 1, "m#" + hash, hash, null, NOW);
    }

    private static RoutingEvent refused(long ledgerVersion) {
        return new ModelRefused(ledgerVersion, 1, 1, new Comparison(10, 7, 6), NOW);
    }

    private static RoutingEvent rules(int version) {
        return new RulesPublished(version, List.of(), 0, null, NOW);
    }

    private static RoutingEvent taxonomy(int version) {
        return new TaxonomyPublished(
                version,
                List.of(new ThemeEntry("a", "A", "product", "", List.of("one", "two"))),
                List.of(),
                Map.of(),
                version,
                null,
                NOW);
    }

    private static TicketRouted routed(DecidedBy by, String team, int revision) {
        return new TicketRouted(
                TICKET, Lane.TEAM, team, team, 1, by, null, 1, null, null, List.of(), List.of(), List.of(), List.of(),
                revision, NOW);
    }

    private static Scenario given(RoutingEvent... past) {
        var decider = new RoutingDecider();
        var state = decider.initial();
        for (var event : past) {
            state = decider.evolve(state, event);
        }
        return new Scenario(decider, state, List.of());
    }

    record Scenario(RoutingDecider decider, RoutingState state, List<RoutingEvent> found) {
        Scenario when(RoutingEvent finding) {
            return new Scenario(decider, state, decider.decide(state, finding));
        }

        void then(RoutingEvent... facts) {
            assertThat(found).containsExactly(facts);
        }
    }
}
