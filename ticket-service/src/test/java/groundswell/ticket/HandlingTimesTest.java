package groundswell.ticket;

import static groundswell.ticket.SampleTickets.*;
import static org.assertj.core.api.Assertions.assertThat;

import groundswell.ticket.TicketCommand.*;
import groundswell.ticket.TicketEvent.*;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HandlingTimesTest {
    /** TKT-4821, as its people lived it. */
    private static final TicketCommand SAMPLE = new ImportTicket(
            new OpenTicket(opened),
            List.of(
                    new AssignTicket(TICKET, "revenue", ADA, null, null, at("09:18")),
                    new ReplyToCustomer(TICKET, MESSAGE, ADA, TEXT, true, at("09:47")),
                    new TakeCustomerReply(TICKET, MESSAGE, TEXT, at("11:03")),
                    new ResolveTicket(TICKET, ResolutionCode.FIXED, "billing", "invoice", ADA, at("11:31"))));

    @Test
    void the_sample_ticket_took_6_minutes_to_assign_35_to_answer_139_to_resolve_and_63_of_agent_time() {
        var life = TicketDecider.decide(TicketDecider.initial(), SAMPLE);

        assertThat(HandlingTimes.of(life, at("23:00"))).isEqualTo(new HandlingTimes(6L, 35L, 139L, 63));
    }

    @Test
    void a_fresh_ticket_has_agent_time_only() {
        assertThat(HandlingTimes.of(List.of(opened), at("09:42"))).isEqualTo(new HandlingTimes(null, null, null, 30));
    }

    @Test
    void a_team_alone_is_not_yet_somebody_who_answers() {
        var toTeam = new TicketAssigned(TICKET, "revenue", null, 1, null, at("09:13"));
        var toAda = new TicketAssigned(TICKET, "revenue", ADA, 2, null, at("09:20"));

        assertThat(HandlingTimes.of(List.of(opened, toTeam, toAda), at("09:20")).firstAssignment())
                .isEqualTo(8);
    }

    @Test
    void time_between_a_resolution_and_its_reopening_is_not_the_agents_and_the_last_resolution_counts() {
        var life = List.<TicketEvent>of(
                opened,
                new TicketResolved(TICKET, ResolutionCode.FIXED, "billing", "invoice", ADA, at("09:22")),
                new TicketReopened(TICKET, 1, at("10:22")),
                new TicketResolved(TICKET, ResolutionCode.FIXED, "billing", "invoice", ADA, at("10:27")));

        assertThat(HandlingTimes.of(life, at("23:00"))).isEqualTo(new HandlingTimes(null, null, 75L, 15));
        assertThat(HandlingTimes.of(life.subList(0, 3), at("10:22")).resolution())
                .isNull();
    }
}
