package groundswell.insights;

import java.time.Instant;

/** Folds facts for tests; their day begins at 09:00. */
final class Story {
    static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    static Instant at(int minute) {
        return NINE.plusSeconds(60L * minute);
    }

    static CountedTicket of(TicketFact... facts) {
        var ticket = CountedTicket.unheardOf(facts[0].ticketId());
        for (var fact : facts) {
            ticket = ticket.evolve(fact);
        }
        return ticket;
    }

    private Story() {}
}
