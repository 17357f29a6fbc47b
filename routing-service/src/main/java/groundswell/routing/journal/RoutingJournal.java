package groundswell.routing.journal;

import groundswell.journal.Journal;
import groundswell.journal.JournalDefinition;
import groundswell.journal.JsonEvents;
import groundswell.journal.quarkus.Journals;
import groundswell.routing.RoutingDecider;
import groundswell.routing.RoutingEvent;
import groundswell.routing.RoutingState;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Everything decided here, published on {@code routing.events.v1}. */
class RoutingJournal {
    @Produces
    @Singleton
    Journal<RoutingEvent, RoutingState, RoutingEvent> journal(Journals journals) {
        var format = JsonEvents.of("groundswell.routing", "Ticket", RoutingEvent.class, RoutingEvent::at);
        return journals.open(
                new JournalDefinition<>(journals.slots(), new RoutingDecider(), format, RoutingState.class, List.of()));
    }
}
