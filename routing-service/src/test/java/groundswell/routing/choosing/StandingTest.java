package groundswell.routing.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.journal.Cause;
import groundswell.routing.Decision;
import groundswell.routing.Label;
import groundswell.routing.LearningEvent.Verdict;
import groundswell.routing.RoutingEvent.DecidedBy;
import groundswell.routing.RoutingEvent.Lane;
import groundswell.routing.RoutingEvent.TicketRouted;
import groundswell.routing.choosing.TicketNews.TicketAssigned;
import groundswell.routing.choosing.TicketNews.TicketClosed;
import groundswell.routing.choosing.TicketNews.TicketMerged;
import groundswell.routing.choosing.TicketNews.TicketReopened;
import groundswell.routing.choosing.TicketNews.TicketResolved;
import groundswell.routing.choosing.TicketNews.TicketUnmerged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StandingTest {
    static final UUID TICKET = new UUID(0, 1), ADA = new UUID(0, 2);
    static final Cause CAUSE = Cause.of("agent:ada", "test");
    static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");
    static final Standing NEW = new Standing(TICKET, "P3", true, null, null, 0, false, null, null, null, null);

    @Test
    void an_undecided_ticket_wants_nothing() {
        assertThat(NEW.wantsAssignment()).isFalse();
    }

    @Test
    void a_decided_ticket_wants_its_team_until_it_has_it() {
        var decided = decided("revenue");
        assertThat(decided.wantsAssignment()).isTrue();
        assertThat(assigned(decided, "revenue", true).wantsAssignment()).isFalse();
    }

    @Test
    void a_resolved_or_closed_ticket_wants_nothing_until_it_is_reopened() {
        var resolved = decided("revenue").after(new TicketResolved(TICKET, NOW), false);
        assertThat(resolved.wantsAssignment()).isFalse();
        assertThat(resolved.after(new TicketClosed(TICKET, NOW), false).wantsAssignment())
                .isFalse();
        assertThat(resolved.after(new TicketReopened(TICKET, NOW), false).wantsAssignment())
                .isTrue();
    }

    @Test
    void a_merged_ticket_wants_nothing_until_it_is_unmerged_and_was_not_resolved() {
        var merged = decided("revenue").after(new TicketMerged(TICKET, NOW), false);
        assertThat(merged.wantsAssignment()).isFalse();
        assertThat(merged.after(new TicketUnmerged(TICKET, "pending", NOW), false)
                        .asksOnceReopened())
                .isTrue();
        assertThat(merged.after(new TicketUnmerged(TICKET, "resolved", NOW), false)
                        .wantsAssignment())
                .isFalse();
    }

    @Test
    void what_our_own_wish_brought_about_is_no_persons_word() {
        assertThat(assigned(decided("revenue"), "product", true).assignedOtherwise())
                .isFalse();
    }

    @Test
    void a_person_who_gives_it_to_another_team_decides_otherwise() {
        assertThat(assigned(decided("revenue"), "product", false).assignedOtherwise())
                .isTrue();
        assertThat(assigned(NEW, "product", false).assignedOtherwise()).isTrue();
    }

    @Test
    void a_person_who_gives_it_to_the_decided_team_agrees() {
        assertThat(assigned(decided("revenue"), "revenue", false).assignedOtherwise())
                .isFalse();
    }

    @Test
    void a_person_who_takes_it_from_its_team_sends_it_back_to_triage_but_one_who_takes_it_on_does_not() {
        var given = assigned(decided("revenue"), "revenue", true);
        assertThat(given.after(new TicketAssigned(TICKET, null, null, 2, NOW), false)
                        .assignedOtherwise())
                .isTrue();
        assertThat(given.after(new TicketAssigned(TICKET, null, ADA, 2, NOW), false)
                        .assignedOtherwise())
                .isFalse();
    }

    @Test
    void after_a_refusal_we_ask_again_only_where_the_newer_assignment_is_not_what_was_decided() {
        var overtakenByOurOwnOlderWish = assigned(decided("revenue"), "product", true);
        assertThat(overtakenByOurOwnOlderWish.asksAgain(0, 1)).isTrue();
        var personsChoice = assigned(decided("product"), "product", false);
        assertThat(personsChoice.asksAgain(0, 1)).isFalse();
    }

    @Test
    void once_reopened_a_decided_ticket_is_asked_for_where_neither_a_team_nor_a_person_has_it() {
        var reopened = decided("revenue")
                .after(new TicketResolved(TICKET, NOW), false)
                .after(new TicketReopened(TICKET, NOW), false);
        assertThat(reopened.asksOnceReopened()).isTrue();
        assertThat(assigned(reopened, "product", false).asksOnceReopened()).isFalse();
        assertThat(reopened.after(new TicketAssigned(TICKET, null, ADA, 1, NOW), false)
                        .asksOnceReopened())
                .isFalse();
        assertThat(NEW.asksOnceReopened()).isFalse();
    }

    @Test
    void a_refusal_for_another_reason_than_a_newer_assignment_ends_it() {
        assertThat(decided("revenue").asksAgain(0, 0)).isFalse();
    }

    @Test
    void what_a_persons_act_says_of_the_text_teaches() {
        var guessed = NEW.after(byText("product"));
        assertThat(Teaching.by(agent("product", "triaged"), guessed, CAUSE))
                .map(Label::verdict)
                .contains(Verdict.ACCEPTED);
        assertThat(Teaching.by(agent("revenue", "wrong_team"), guessed, CAUSE)).hasValueSatisfying(label -> {
            assertThat(label.verdict()).isEqualTo(Verdict.CORRECTED);
            assertThat(label.team()).isEqualTo("revenue");
        });
        assertThat(Teaching.by(agent("revenue", null), NEW, CAUSE))
                .map(Label::verdict)
                .contains(Verdict.ACCEPTED);
    }

    @Test
    void a_move_for_another_reason_or_back_to_triage_teaches_nothing() {
        var guessed = NEW.after(byText("product"));
        assertThat(Teaching.by(agent("revenue", "next_question"), guessed, CAUSE))
                .isEmpty();
        assertThat(Teaching.by(Decision.backToTriage("product").of(TICKET, 1, NOW), guessed, CAUSE))
                .isEmpty();
        assertThat(Teaching.by(byText("product"), NEW, CAUSE)).isEmpty();
    }

    @Test
    void a_ticket_resolved_where_its_text_had_sent_it_was_accepted_there() {
        var kept = assigned(NEW.after(byText("product")), "product", true);
        assertThat(Teaching.resolved(kept, CAUSE)).map(Label::team).contains("product");
        assertThat(Teaching.resolved(NEW.after(byText("product")), CAUSE)).isEmpty();
        assertThat(Teaching.resolved(assigned(decided("product"), "product", true), CAUSE))
                .isEmpty();
    }

    private static TicketRouted agent(String team, String reason) {
        return Decision.byAgent(team, reason).of(TICKET, 0, NOW);
    }

    private static TicketRouted byText(String team) {
        return new TicketRouted(
                TICKET,
                Lane.TEAM,
                team,
                team,
                0.95,
                DecidedBy.MODEL,
                null,
                1,
                "m",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                NOW);
    }

    private static Standing decided(String team) {
        return NEW.after(Decision.byAgent(team, null).of(TICKET, 0, NOW));
    }

    private static Standing assigned(Standing before, String team, boolean ours) {
        return before.after(new TicketAssigned(TICKET, team, null, 1, NOW), ours);
    }
}
