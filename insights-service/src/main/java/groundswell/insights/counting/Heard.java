package groundswell.insights.counting;

import groundswell.insights.NameFact;
import groundswell.insights.TicketFact;
import groundswell.insights.TicketFact.DeskFact;
import groundswell.insights.TicketFact.RoutingFact;
import groundswell.journal.JsonEvents;
import groundswell.journal.inbox.Delivery;
import java.util.ArrayList;
import java.util.List;

/** What a batch says to us. Types we do not count by are passed over. */
record Heard(int partition, List<TicketFact> tickets, List<NameFact> names) {
    private static final JsonEvents<DeskFact> DESK =
            JsonEvents.of("groundswell.ticket", "", DeskFact.class, DeskFact::at);
    private static final JsonEvents<RoutingFact> ROUTING =
            JsonEvents.of("groundswell.routing", "", RoutingFact.class, RoutingFact::at);
    private static final JsonEvents<NameFact> NAMES =
            JsonEvents.of("groundswell.routing", "", NameFact.class, NameFact::at);

    /** Whether it changes under which themes tickets count. */
    boolean restates() {
        return names.stream().anyMatch(NameFact.TaxonomyPublished.class::isInstance);
    }

    boolean classifies() {
        return tickets.stream().anyMatch(TicketFact.Classified.class::isInstance);
    }

    static Heard of(List<Delivery> batch) {
        var tickets = new ArrayList<TicketFact>(batch.size());
        var names = new ArrayList<NameFact>();
        for (var delivery : batch) {
            if (DESK.knows(delivery.type())) {
                tickets.add(DESK.read(delivery.type(), delivery.data()));
            } else if (ROUTING.knows(delivery.type())) {
                tickets.add(ROUTING.read(delivery.type(), delivery.data()));
            } else if (NAMES.knows(delivery.type())) {
                names.add(NAMES.read(delivery.type(), delivery.data()));
            }
        }
        return new Heard(batch.isEmpty() ? 0 : batch.getFirst().partition(), tickets, names);
    }
}
