package groundswell.routing.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.routing.Decision;
import groundswell.routing.choosing.TicketNews.TicketAssigned;
import groundswell.routing.choosing.TicketNews.TicketClosed;
import groundswell.routing.choosing.TicketNews.TicketReopened;
import groundswell.routing.choosing.TicketNews.TicketResolved;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StandingTest {
    static final UUID TICKET = new UUID(0, 1), ADA = new UUID(0, 2);
    static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");
    static final Standing NEW = new Standing(TICKET, "P3", true, null, null, 0, false, null, null);

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

    private static Standing decided(String team) {
        return NEW.after(Decision.byAgent(team, null).of(TICKET, 0, NOW));
    }

    private static Standing assigned(Standing before, String team, boolean ours) {
        return before.after(new TicketAssigned(TICKET, team, null, 1, NOW), ours);
    }
}
