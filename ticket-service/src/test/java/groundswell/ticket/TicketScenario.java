package groundswell.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

/** Given these facts, when this is asked, then these facts follow, or the wish is refused. */
record TicketScenario(Ticket ticket, List<TicketCommand> asked) {
    static TicketScenario given(TicketEvent... past) {
        return new TicketScenario(TicketHistory.fold(TicketDecider.initial(), List.of(past)), List.of());
    }

    TicketScenario when(TicketCommand command) {
        return new TicketScenario(ticket, List.of(command));
    }

    void then(TicketEvent... expected) {
        assertThat(TicketDecider.decide(ticket, asked.getFirst())).containsExactly(expected);
    }

    void thenRefused(TicketRefused.Reason reason) {
        assertThatExceptionOfType(TicketRefused.class)
                .isThrownBy(() -> TicketDecider.decide(ticket, asked.getFirst()))
                .returns(reason, TicketRefused::reason);
    }
}
