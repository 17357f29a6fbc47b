package groundswell.ticket.desk;

import groundswell.journal.Decider;
import groundswell.journal.Journal;
import groundswell.journal.JournalDefinition;
import groundswell.journal.JsonEvents;
import groundswell.journal.quarkus.Journals;
import groundswell.ticket.Ticket;
import groundswell.ticket.TicketCommand;
import groundswell.ticket.TicketDecider;
import groundswell.ticket.TicketEvent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts the rules, the events' form and the list columns together into this service's journal. */
@Singleton
final class TicketJournalBean {
    @Produces
    @Singleton
    Journal<TicketCommand, Ticket, TicketEvent> journal(Journals journals) {
        return journals.open(new JournalDefinition<>(
                journals.slots(),
                new Rules(),
                JsonEvents.of("groundswell.ticket", "Ticket", TicketEvent.class, TicketEvent::at),
                Ticket.class,
                TicketColumns.ALL));
    }

    private static final class Rules implements Decider<TicketCommand, Ticket, TicketEvent> {
        @Override
        public Ticket initial() {
            return TicketDecider.initial();
        }

        @Override
        public List<TicketEvent> decide(Ticket ticket, TicketCommand command) {
            return TicketDecider.decide(ticket, command);
        }

        @Override
        public Ticket evolve(Ticket ticket, TicketEvent event) {
            return TicketDecider.evolve(ticket, event);
        }
    }
}
