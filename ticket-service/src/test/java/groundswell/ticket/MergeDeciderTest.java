package groundswell.ticket;

import static groundswell.ticket.SampleTickets.*;
import static groundswell.ticket.TicketRefused.Reason.*;
import static groundswell.ticket.TicketScenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import groundswell.ticket.TicketCommand.*;
import groundswell.ticket.TicketCommand.MergeTicket.Parent;
import groundswell.ticket.TicketEvent.*;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MergeDeciderTest {
    static final UUID OTHER = new UUID(0, 21), THIRD = new UUID(0, 22);
    static final Parent PARENT = new Parent(OTHER, CUSTOMER, TicketStatus.OPEN, false, null);
    static final MergeTicket merge = new MergeTicket(TICKET, PARENT, false, ADA, NOW);
    static final UnmergeTicket unmerge = new UnmergeTicket(TICKET, BEN, NOW);
    static final TicketMerged merged = new TicketMerged(TICKET, OTHER, ADA, NOW);
    static final TicketUnmerged unmerged = new TicketUnmerged(TICKET, TicketStatus.OPEN, BEN, NOW);

    @Test
    void a_ticket_that_is_not_closed_is_merged_and_keeps_its_status() {
        given(opened).when(merge).then(merged);
        given(opened, started).when(merge).then(merged);
        given(opened, started, paused).when(merge).then(merged);
        given(opened, resolved).when(merge).then(merged);
        given(opened, resolved, closed).when(merge).thenRefused(ALREADY_CLOSED);
        given().when(merge).thenRefused(NO_SUCH_TICKET);
        assertThat(given(opened, resolved, merged).ticket().status()).isEqualTo(TicketStatus.RESOLVED);
    }

    @Test
    void the_same_merge_again_changes_nothing_whatever_became_of_the_other_ticket() {
        var closedSince = new Parent(OTHER, CUSTOMER, TicketStatus.CLOSED, false, null);
        given(opened, merged).when(merge).then();
        given(opened, merged)
                .when(new MergeTicket(TICKET, closedSince, false, ADA, NOW))
                .then();
    }

    @Test
    void a_merged_ticket_refuses_everything_else_and_says_which_one_goes_on() {
        var third = new Parent(THIRD, CUSTOMER, TicketStatus.OPEN, false, null);
        for (var command : List.of(
                TicketDeciderTest.assign("revenue", ADA),
                TicketDeciderTest.start,
                TicketDeciderTest.pause,
                TicketDeciderTest.resume,
                TicketDeciderTest.reply,
                TicketDeciderTest.customerReply,
                TicketDeciderTest.note,
                TicketDeciderTest.resolve,
                TicketDeciderTest.close,
                TicketDeciderTest.rate,
                TicketDeciderTest.escalate,
                TicketDeciderTest.prioritise,
                TicketDeciderTest.categorise,
                new MergeTicket(TICKET, third, false, ADA, NOW))) {
            given(opened, resolved, merged).when(command).thenRefused(MERGED);
            assertThatExceptionOfType(TicketRefused.class)
                    .isThrownBy(() -> TicketDecider.decide(given(opened, merged).ticket(), command))
                    .satisfies(refused -> assertThat(refused.instead()).contains(OTHER));
        }
        given(opened, merged).when(new OpenTicket(opened)).thenRefused(ALREADY_OPENED);
    }

    @Test
    void there_are_no_chains_and_no_circles() {
        var mergedItself = new Parent(OTHER, CUSTOMER, TicketStatus.OPEN, false, THIRD);
        var itself = new Parent(TICKET, CUSTOMER, TicketStatus.OPEN, false, null);
        given(opened)
                .when(new MergeTicket(TICKET, mergedItself, false, ADA, NOW))
                .thenRefused(PARENT_MERGED);
        given(opened).when(new MergeTicket(TICKET, PARENT, true, ADA, NOW)).thenRefused(HAS_CHILDREN);
        given(opened).when(new MergeTicket(TICKET, itself, false, ADA, NOW)).thenRefused(INTO_ITSELF);
    }

    @Test
    void a_closed_ticket_does_not_go_on_for_another_one_and_a_resolved_one_does() {
        var closedParent = new Parent(OTHER, CUSTOMER, TicketStatus.CLOSED, false, null);
        var resolvedParent = new Parent(OTHER, CUSTOMER, TicketStatus.RESOLVED, false, null);
        given(opened)
                .when(new MergeTicket(TICKET, closedParent, false, ADA, NOW))
                .thenRefused(PARENT_CLOSED);
        given(opened)
                .when(new MergeTicket(TICKET, resolvedParent, false, ADA, NOW))
                .then(merged);
    }

    @Test
    void tickets_of_two_customers_are_never_merged() {
        var ofSomebodyElse = new Parent(OTHER, BEN, TicketStatus.OPEN, false, null);
        given(opened)
                .when(new MergeTicket(TICKET, ofSomebodyElse, false, ADA, NOW))
                .thenRefused(OTHER_REQUESTER);
    }

    @Test
    void a_persons_ticket_does_not_go_on_in_a_machines() {
        var alert = new Parent(OTHER, CUSTOMER, TicketStatus.OPEN, true, null);
        given(opened).when(new MergeTicket(TICKET, alert, false, ADA, NOW)).thenRefused(PARENT_AUTOMATIC);
    }

    @Test
    void a_merge_is_undone_once_and_tells_where_the_ticket_stands_again() {
        given(opened, merged).when(unmerge).then(unmerged);
        given(opened, started, paused, merged)
                .when(unmerge)
                .then(new TicketUnmerged(TICKET, TicketStatus.PENDING, BEN, NOW));
        given(opened).when(unmerge).then();
        given(opened, resolved, closed).when(unmerge).then();
        given().when(unmerge).thenRefused(NO_SUCH_TICKET);
        given(opened, merged, unmerged).when(TicketDeciderTest.start).then(started);
    }
}
